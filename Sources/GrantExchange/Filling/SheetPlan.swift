/// Where in the bytes of a sheet's XML its rows and cells stand.
final class SheetPlan: XmlListener {
    /// A row.
    struct Row {
        let number: Int
        let style: String?
        let open: Range<Int>
        /// Where its closing tag begins; where it has none, where its only tag ends.
        var close = 0
        var isEmptyTag = false
        var cells: [Cell] = []
    }

    /// A cell of a row that is wanted.
    struct Cell {
        let column: Int
        let style: String?
        let start: Int
        var end = 0
        var hasFormula = false
    }

    private let wanted: Set<Int>
    private weak var stream: XmlStream?
    private(set) var rows: [Row] = []
    private(set) var merged: [CellBlock] = []
    private(set) var columns: [(span: ClosedRange<Int>, style: String)] = []
    /// The opening tag of all rows, and where their closing tag begins.
    private(set) var data: (open: Range<Int>, close: Int, isEmptyTag: Bool)?
    private var isInData = false
    private var cell: Cell?
    private var column = -1

    private init(_ wanted: Set<Int>) { self.wanted = wanted }

    /// Reads a sheet.
    ///
    /// - Parameters:
    ///   - part: its name, for what is said of it.
    ///   - bytes: its XML.
    ///   - wanted: the rows whose cells are kept.
    /// - Returns: where they stand.
    /// - Throws: ``UnreadableFile`` where it is no XML.
    static func plan(
        _ part: String, _ bytes: [UInt8], wanted: Set<Int>
    ) throws(UnreadableFile) -> SheetPlan {
        let plan = SheetPlan(wanted)
        let stream = try XmlStream(part, .bytes(bytes), to: plan)
        plan.stream = stream
        try stream.readAll()
        return plan
    }

    func begins(_ element: String, _ attributes: XmlAttributes) throws(UnreadableFile) {
        guard let tag = stream?.tag else { return }
        switch element {
        case "sheetData" where data == nil:
            data = (tag, tag.upperBound, true)
            isInData = true
        case "row" where isInData:
            let last = rows.last?.number ?? 0
            let number = attributes["r"].map { Int($0) } ?? last + 1
            guard let number, number > last, number <= CellAddress.mostRows else {
                throw Self.disorder
            }
            let style = attributes.isTrue("customFormat") ? attributes["s"] : nil
            rows.append(Row(number: number, style: style, open: tag))
            column = -1
        case "c" where isInData && cell == nil:
            let address = attributes["r"].map { CellAddress($0) }
            guard let next = address == nil ? column + 1 : address??.column, next > column else {
                throw Self.disorder
            }
            column = next
            cell = Cell(column: next, style: attributes["s"], start: tag.lowerBound)
        case "f": cell?.hasFormula = true
        case "mergeCell":
            if let block = attributes["ref"].flatMap({ CellBlock($0) }) { merged.append(block) }
        case "col":
            if let low = attributes["min"].flatMap({ Int($0) }), let style = attributes["style"],
                let high = attributes["max"].flatMap({ Int($0) }), low <= high
            {
                columns.append((low - 1...high - 1, style))
            }
        default: break
        }
    }

    func ends(_ element: String) {
        guard let tag = stream?.tag else { return }
        switch element {
        case "sheetData":
            data?.close = tag.lowerBound
            data?.isEmptyTag = tag.isEmpty
            isInData = false
        case "row" where isInData && !rows.isEmpty:
            rows[rows.count - 1].close = tag.lowerBound
            rows[rows.count - 1].isEmptyTag = tag.isEmpty
        case "c":
            if var cell, let row = rows.last, wanted.contains(row.number) {
                cell.end = tag.upperBound
                rows[rows.count - 1].cells.append(cell)
            }
            cell = nil
        default: break
        }
    }

    func text(_ text: UnsafeBufferPointer<UInt8>) {}

    /// The style that an empty cell of a row and column has by them.
    func style(row: Row?, column: Int) -> String? {
        row?.style ?? columns.first { $0.span.contains(column) }?.style
    }

    private static let disorder = UnreadableFile(
        "The rows or cells of the sheet are out of their order.",
        remedy: "Open the workbook in Excel and save it anew.")
}
