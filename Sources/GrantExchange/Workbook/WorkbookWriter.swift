import GrantLedger

/// Writes a page as a workbook: a cover, then a sheet for each of its tables.
///
/// What a table shows is there, and what only data has too. Amounts are numbers with two decimals,
/// days are days, codes and words are texts whatever they begin with.
public struct WorkbookWriter: Sendable {
    /// Creates a writer.
    public init() {}

    /// Writes the page into a file.
    ///
    /// - Parameters:
    ///   - page: what is to be said.
    ///   - path: the file, which is written over.
    /// - Throws: ``WorkbookFault``.
    public func write(_ page: Page, to path: String) throws(WorkbookFault) {
        let export = try BookWorkbook(at: path, page)
        for sheet in page.sheets {
            try export.begin(sheet)
            for row in sheet.rows { try export.add(row) }
            try export.end(totals: sheet.totals)
        }
        try export.finish()
    }
}

/// A workbook of many tables, each written a row at a time, so that a book of any size goes into it.
public final class BookWorkbook {
    private let file: WorkbookFile
    private let cover: WorkbookSheet
    private let page: Page
    private var table: TableSheet?
    private var head: Sheet?
    private var contents: [WorkbookCover.Content] = []

    /// Begins a workbook.
    ///
    /// - Parameters:
    ///   - path: the file, which is written over.
    ///   - page: what the cover says; its sheets are not looked at.
    /// - Throws: ``WorkbookFault``.
    public init(at path: String, _ page: Page) throws(WorkbookFault) {
        self.page = page
        file = try WorkbookFile(
            at: path, title: page.heading, office: page.envelope.office, day: page.envelope.asAt)
        cover = try file.add("Cover", streamed: false)
    }

    /// Begins a table; the rows the sheet has say only how wide its columns are.
    public func begin(_ sheet: Sheet) throws(WorkbookFault) {
        head = sheet
        let name = sheet.title ?? sheet.key.map(Self.words) ?? Self.name(of: page)
        table = try TableSheet(
            file.add(name, streamed: true), sheet, footer: Self.footer(page.envelope))
    }

    /// Writes the next row of the table; a full sheet is followed by another.
    public func add(_ row: [Cell]) throws(WorkbookFault) {
        if table?.isFull == true, var next = head {
            try end(totals: nil)
            next.rows = []
            try begin(next)
        }
        try table?.add(row)
    }

    /// Ends the table.
    public func end(totals: [Cell]? = nil) throws(WorkbookFault) {
        guard let table else { return }
        try table.end(totals: totals)
        contents.append(
            WorkbookCover.Content(
                name: table.name, rows: table.count, fixedTotals: table.fixedTotals,
                folded: table.folded.count))
        self.table = nil
    }

    /// Writes the cover and brings all to the file.
    public func finish() throws(WorkbookFault) {
        try WorkbookCover(page: page, contents: contents).write(on: cover)
        try file.close()
    }

    private static func footer(_ envelope: Envelope) -> String {
        envelope.footer.first ?? envelope.book
    }

    private static func name(of page: Page) -> String {
        let words = page.schema.prefix { $0 != "/" }.split(separator: ".")
        return words.last == "show" || words.last == "list"
            ? String(words.first ?? "Table") : String(words.last ?? "Table")
    }

    /// `matchRequired` as words.
    private static func words(_ key: String) -> String {
        key.reduce(into: "") { out, sign in
            if sign.isUppercase { out += " " }
            out += sign.lowercased()
        }
    }
}
