/// Which cell of somebody else's workbook takes which fact: a text of two columns, `fact` and `cell`.
public struct FillMap: Sendable {
    /// One row of it.
    public struct Line: Hashable, Sendable {
        /// Its row in the map.
        public let row: Int
        /// The fact: `STAFF.thisClaim`, `total.thisClaim`, `period`.
        public let fact: String
        /// The sheet's name.
        public let sheet: String
        /// The cell.
        public let address: CellAddress
    }

    /// Its rows.
    public let lines: [Line]

    /// Reads a map.
    ///
    /// - Throws: ``UnreadableFile`` with the row and column of the first thing that is wrong.
    public init(_ source: ByteSource, delimiter: Delimiter = .comma) throws(UnreadableFile) {
        var reader = DelimitedReader(source, delimiter: delimiter)
        let heading = try reader.next()
        let names = heading?.cells.map { $0.text.lowercased() } ?? []
        guard let fact = names.firstIndex(of: "fact"), let cell = names.firstIndex(of: "cell")
        else {
            throw UnreadableFile(
                "The map has no columns fact and cell.",
                remedy: "Write fact,cell in its first row.", row: heading?.number ?? 1)
        }
        var lines: [Line] = []
        while let row = try reader.next() {
            let name = row[fact].text
            guard !name.isEmpty else {
                throw UnreadableFile(
                    "No fact is named.", remedy: "Name it, as in STAFF.thisClaim.", row: row.number,
                    column: fact)
            }
            guard let place = Self.place(row[cell].text) else {
                throw UnreadableFile(
                    "“\(row[cell].text.prefix(60))” is no cell.",
                    remedy: "Write the sheet and the cell as Sheet1!C12.", row: row.number,
                    column: cell)
            }
            lines.append(
                Line(row: row.number, fact: name, sheet: place.sheet, address: place.address))
        }
        guard !lines.isEmpty else {
            throw UnreadableFile(
                "The map names no cell.", remedy: "Write a row for each cell, fact and cell.")
        }
        self.lines = lines
    }

    /// Reads `Sheet1!C12` or `'Claim form'!$C$12`.
    private static func place(_ text: String) -> (sheet: String, address: CellAddress)? {
        guard let mark = text.lastIndex(of: "!"),
            let address = CellAddress(text[text.index(after: mark)...])
        else { return nil }
        var sheet = String(text[..<mark])
        if sheet.utf8.count > 2, sheet.hasPrefix("'"), sheet.hasSuffix("'") {
            sheet = sheet.dropFirst().dropLast().split(
                separator: "''", omittingEmptySubsequences: false
            ).joined(separator: "'")
        }
        return sheet.isEmpty ? nil : (sheet, address)
    }
}
