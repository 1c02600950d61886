import GrantLedger

/// One thing that is wrong with an imported file: where it stands, its text and what to do.
public struct ImportFault: Hashable, Sendable {
    /// The code: a reason of the ledger, or `unreadable`, `missing`, `seen-twice`, `row-differs`.
    public let code: String
    /// The row, 1 for the first; nil where the file as a whole is meant.
    public let row: Int?
    /// Where it stands, `D7`; nil where the row as a whole is meant.
    public let cell: String?
    /// The heading of the column.
    public let heading: String?
    /// The text as it stands there.
    public let text: String?
    /// What is wrong.
    public let message: String
    /// What to do about it.
    public let remedy: String

    /// Creates a fault.
    public init(
        _ code: String, row: Int?, cell: String? = nil, heading: String? = nil,
        text: String? = nil, _ message: String, remedy: String
    ) {
        self.code = code
        self.row = row
        self.cell = cell
        self.heading = heading
        self.text = text
        self.message = message
        self.remedy = remedy
    }

    /// The fault that a file which cannot be read comes down to.
    public init(_ file: UnreadableFile) {
        self.init(
            "unreadable", row: file.row,
            cell: file.row.flatMap { row in
                file.column.map { IncomingCell.letters(of: $0) + "\(row)" }
            }, file.message, remedy: file.remedy)
    }

    /// Where it is, in words: `D7 (Total)`, `row 7`, or nothing.
    public var place: String? {
        let column = heading.map { " (\($0))" } ?? ""
        return cell.map { $0 + column } ?? row.map { "row \($0)" + column }
    }

    /// As a program reads it.
    public var json: JSON {
        func value(_ text: String?) -> JSON { text.map(JSON.text) ?? .null }
        return .object([
            .init("code", .text(code)), .init("row", row.map(JSON.number) ?? .null),
            .init("cell", value(cell)), .init("column", value(heading)),
            .init("text", value(text)), .init("message", .text(message)),
            .init("remedy", .text(remedy)),
        ])
    }
}
