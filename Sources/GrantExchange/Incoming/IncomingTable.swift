/// A table that comes in from outside, a row at a time: CSV, TSV or a sheet of a workbook.
///
/// A reader holds one row, not the file, so that memory does not grow with what came.
public protocol IncomingTable {
    /// The next row that has anything in it; nil at the end.
    mutating func next() throws(UnreadableFile) -> IncomingRow?
}

/// A row as it came.
public struct IncomingRow: Hashable, Sendable {
    /// Its number as a spreadsheet counts it, 1 for the first.
    public let number: Int
    /// Its cells, the first column first.
    public let cells: [IncomingCell]

    /// Creates a row.
    public init(number: Int, cells: [IncomingCell]) { (self.number, self.cells) = (number, cells) }

    /// The cell of a column, counted from 0; an empty one where the row is shorter.
    public subscript(column: Int) -> IncomingCell {
        cells.indices.contains(column) ? cells[column] : .empty
    }

    /// Where a column of this row stands, as a spreadsheet has it: `B7`.
    public func address(_ column: Int) -> String {
        IncomingCell.letters(of: column) + String(number)
    }
}

/// One cell as it came.
public struct IncomingCell: Hashable, Sendable {
    /// What a workbook says it is; a text file has texts alone.
    public enum Kind: Hashable, Sendable { case empty, text, number, date, formula, error, truth }

    /// What it is.
    public let kind: Kind
    /// Its text: of a number the plain decimal, of a date the ISO day, of a formula the value that
    /// was kept with it.
    public let text: String

    /// Creates a cell.
    public init(_ kind: Kind, _ text: String) { (self.kind, self.text) = (kind, text) }

    /// Nothing.
    public static let empty = IncomingCell(.empty, "")

    /// A column's name, counted from 0: `A`, `Z`, `AA`.
    public static func letters(of column: Int) -> String {
        var rest = column
        var letters = ""
        repeat {
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }
}

/// Why a file cannot be read, and where in it.
public struct UnreadableFile: Error, Hashable, Sendable {
    /// What is wrong.
    public let message: String
    /// What to do about it.
    public let remedy: String
    /// The row, 1 for the first; nil where the file as a whole is wrong.
    public let row: Int?
    /// The column, counted from 0; nil where the row as a whole is wrong.
    public let column: Int?

    /// Creates the reason.
    public init(_ message: String, remedy: String, row: Int? = nil, column: Int? = nil) {
        (self.message, self.remedy, self.row, self.column) = (message, remedy, row, column)
    }
}
