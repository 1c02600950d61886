/// The rows of a sheet of a workbook, one at a time.
public struct WorkbookTable: IncomingTable {
    /// The most cells, empty ones too, that lie before the last of their rows.
    private static let mostCells = 64_000_000
    /// The most bytes of text in all cells.
    private static let mostTextBytes = 512 << 20

    private let reading: CellReading
    private let listener = SheetListener()
    private let stream: XmlStream
    private var waiting: ArraySlice<SheetListener.Row> = []
    private var cells = 0
    private var textBytes = 0

    init(_ part: String, _ source: ByteSource, _ reading: CellReading) throws(UnreadableFile) {
        self.reading = reading
        stream = try XmlStream(part, source, to: listener)
    }

    /// The blocks of cells shown as one; known when the last row is read.
    var merged: [CellBlock] { listener.merged }

    /// The next row that has anything in it; nil at the end.
    public mutating func next() throws(UnreadableFile) -> IncomingRow? {
        while let row = try heard() {
            let cells = try said(row)
            let width = (cells.last?.column ?? -1) + 1
            guard width > 0 else { continue }
            self.cells += width
            guard self.cells <= Self.mostCells else {
                throw .hostile("Its cells lie scattered over more than 64 million.")
            }
            var all = [IncomingCell](repeating: .empty, count: width)
            for (column, cell) in cells { all[column] = cell }
            return IncomingRow(number: row.number, cells: all)
        }
        return nil
    }

    /// The next row with only its cells that say something; nil at the end.
    mutating func nextSparse() throws(UnreadableFile) -> (
        number: Int, cells: [(column: Int, cell: IncomingCell)]
    )? {
        guard let row = try heard() else { return nil }
        return (row.number, try said(row))
    }

    private mutating func heard() throws(UnreadableFile) -> SheetListener.Row? {
        while waiting.isEmpty {
            guard try stream.readOn() else { return nil }
            waiting = listener.rows[...]
            listener.rows = []
        }
        return waiting.removeFirst()
    }

    private mutating func said(
        _ row: SheetListener.Row
    ) throws(UnreadableFile) -> [(column: Int, cell: IncomingCell)] {
        var said: [(column: Int, cell: IncomingCell)] = []
        var rowBytes = 0
        for cell in row.cells {
            let found = try reading.cell(cell, row: row.number)
            rowBytes += found.text.utf8.count
            guard rowBytes <= DelimitedReader.mostRowBytes else {
                throw UnreadableFile(
                    "The row has more than 16 MB.", remedy: "Take the long texts out of it.",
                    row: row.number, column: cell.column)
            }
            if found.kind != .empty { said.append((cell.column, found)) }
        }
        textBytes += rowBytes
        guard textBytes <= Self.mostTextBytes else {
            throw .hostile("Its cells have more than \(Self.mostTextBytes >> 20) MB of text.")
        }
        return said
    }
}
