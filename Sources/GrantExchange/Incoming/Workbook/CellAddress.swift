/// Where a cell stands in a sheet: `B7`.
public struct CellAddress: Hashable, Sendable, CustomStringConvertible {
    /// The row, 1 for the first.
    public let row: Int
    /// The column, counted from 0.
    public let column: Int

    /// The most rows a sheet may have.
    public static let mostRows = 1_048_576
    /// The most columns a sheet may have.
    public static let mostColumns = 16_384

    /// Creates an address, or nil off the sheet.
    public init?(row: Int, column: Int) {
        guard (1...Self.mostRows).contains(row), (0..<Self.mostColumns).contains(column) else {
            return nil
        }
        (self.row, self.column) = (row, column)
    }

    /// Reads `B7`, `b7` or `$B$7`, else nil.
    public init?(_ text: some StringProtocol) {
        var rest = text.utf8[...]
        func skipsDollar() { if rest.first == UInt8(ascii: "$") { rest = rest.dropFirst() } }
        skipsDollar()
        var column = 0
        while let byte = rest.first, let letter = Self.letter(byte), column < Self.mostColumns {
            column = column * 26 + letter
            rest = rest.dropFirst()
        }
        skipsDollar()
        var row = 0
        guard rest.first != UInt8(ascii: "0"), !rest.isEmpty else { return nil }
        for byte in rest {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), row < Self.mostRows else {
                return nil
            }
            row = row * 10 + Int(byte - UInt8(ascii: "0"))
        }
        self.init(row: row, column: column - 1)
    }

    /// As a spreadsheet has it: `B7`.
    public var description: String { IncomingCell.letters(of: column) + String(row) }

    private static func letter(_ byte: UInt8) -> Int? {
        let small = byte | 0x20
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        return letters.contains(small) ? Int(small - UInt8(ascii: "a")) + 1 : nil
    }
}

/// A block of cells that are shown as one; its first holds what they say.
public struct CellBlock: Hashable, Sendable {
    /// The first cell, at the top left.
    public let first: CellAddress
    /// The last cell, at the bottom right.
    public let last: CellAddress

    /// Reads `B7:D9`, or a single cell; else nil.
    public init?(_ text: some StringProtocol) {
        let ends = text.split(separator: ":", omittingEmptySubsequences: false)
        guard ends.count <= 2, let start = ends.first, let end = ends.last,
            let first = CellAddress(start), let last = CellAddress(end),
            first.row <= last.row, first.column <= last.column
        else { return nil }
        (self.first, self.last) = (first, last)
    }

    /// Whether a cell is one of them.
    public func contains(_ address: CellAddress) -> Bool {
        (first.row...last.row).contains(address.row)
            && (first.column...last.column).contains(address.column)
    }
}
