/// Writes the sheets of a page as values parted by commas or tabs, for programs and spreadsheets.
///
/// Amounts are plain pounds, dates ISO, what is absent is empty. Facts come first, as `fact` and `value`; several
/// sheets are parted by an empty line. A text that a spreadsheet would take for a formula is made inert.
public struct DelimitedWriter: Sendable {
    /// Commas, quoted by RFC 4180.
    public static let csv = DelimitedWriter(separator: ",")
    /// Tabs; a tab or a line break inside a text becomes a space.
    public static let tsv = DelimitedWriter(separator: "\t")

    /// Commas as a spreadsheet opens them by itself: a mark of UTF-8 first, lines that end in CR LF.
    public static let excel = DelimitedWriter(separator: ",", end: "\r\n", mark: "\u{FEFF}")

    private let separator: String
    private let end: String
    private let mark: String

    private init(separator: String, end: String = "\n", mark: String = "") {
        (self.separator, self.end, self.mark) = (separator, end, mark)
    }

    /// The whole page.
    public func text(of page: Page) -> String {
        var blocks: [String] = []
        if !page.facts.isEmpty {
            let rows = page.facts.map { [$0.key, field($0.cell)] }
            blocks.append(lines([["fact", "value"]] + rows))
        }
        for sheet in page.sheets {
            var rows = [sheet.columns.map(\.key)]
            rows += sheet.rows.map { $0.map(field) }
            blocks.append(lines(rows))
        }
        return mark + blocks.joined(separator: end)
    }

    /// The line of a sheet's column names, with which a file begins.
    func heading(of sheet: Sheet) -> String { mark + lines([sheet.columns.map(\.key)]) }

    /// A sheet's rows, without the line of its column names.
    func rows(of sheet: Sheet) -> String { lines(sheet.rows.map { $0.map(field) }) }

    /// One row.
    func line(of row: [Cell]) -> String { lines([row.map(field)]) }

    private func lines(_ rows: [[String]]) -> String {
        rows.map { $0.map(quoted).joined(separator: separator) + end }.joined()
    }

    private func field(_ cell: Cell) -> String {
        switch cell {
        case .text, .list: Self.inert(cell.plain)
        case .money, .number, .percent, .date, .absent: cell.plain
        }
    }

    /// The text with an apostrophe before it where a spreadsheet would calculate it, or would once it
    /// took away the space before it.
    static func inert(_ text: String) -> String {
        let rest = text.unicodeScalars.drop { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
        let begins = text.unicodeScalars.first.map("\t\r\n".unicodeScalars.contains) ?? false
        let signs = "=+-@＝＋－＠".unicodeScalars
        return begins || rest.first.map(signs.contains) ?? false ? "'" + text : text
    }

    private func quoted(_ field: String) -> String {
        if separator == "\t" {
            let breaks: Set<Unicode.Scalar> = ["\t", "\n", "\r"]
            let scalars = field.unicodeScalars.map { breaks.contains($0) ? " " : $0 }
            return String(String.UnicodeScalarView(scalars))
        }
        let special: Set<UInt8> = [0x22, 0x2C, 0x0A, 0x0D]
        guard field.utf8.contains(where: special.contains) else { return field }
        var out = "\""
        for scalar in field.unicodeScalars {
            if scalar == "\"" { out += "\"" }
            out.unicodeScalars.append(scalar)
        }
        return out + "\""
    }
}
