/// Reads CSV, TSV and their kin by RFC 4180, a row at a time, in UTF-8.
///
/// Rows end with LF, CRLF or CR. A quote opens a field only as its first byte; elsewhere in a field
/// without quotes it stands for itself. A row counts as a spreadsheet counts it: a field with
/// line breaks in it makes no rows, an empty row is one, and `sep=;` at the top is none.
public struct DelimitedReader: IncomingTable {
    /// The most columns a row may have, which is what a spreadsheet has.
    public static let mostColumns = 16_384
    /// The most bytes a field may have.
    public static let mostFieldBytes = 1 << 20
    /// The most bytes a row may have.
    public static let mostRowBytes = 16 << 20

    /// What parts the columns.
    public let delimiter: Delimiter

    private static let piece = 256 << 10
    private let source: ByteSource
    private var buffer: [UInt8] = []
    private var start = 0
    private var isWhole = false
    private var hasBegun = false
    private var number = 0

    /// Creates a reader of a file from its beginning.
    public init(_ source: ByteSource, delimiter: Delimiter) {
        (self.source, self.delimiter) = (source, delimiter)
    }

    /// The next row that has anything in it; nil at the end.
    public mutating func next() throws(UnreadableFile) -> IncomingRow? {
        if !hasBegun { try begin() }
        while let cells = try record() {
            if cells.contains(where: { $0.kind != .empty }) {
                return IncomingRow(number: number, cells: cells)
            }
        }
        return nil
    }

    private mutating func begin() throws(UnreadableFile) {
        hasBegun = true
        while !isWhole, buffer.count < 16 { try fill() }
        try Self.judgeBeginning(of: buffer)
        if buffer.starts(with: Self.mark) { start = Self.mark.count }
        guard let stated = Self.statedDelimiter(of: buffer) else { return }
        guard stated == delimiter else {
            throw UnreadableFile(
                "The file says in its first line that \(stated.rawValue) parts its columns, not "
                    + "\(delimiter.rawValue).",
                remedy: "Read it with the delimiter \(stated.rawValue).", row: 1)
        }
        _ = try record()
        number = 0
    }

    /// The cells of the next row, empty ones too; nil at the end.
    private mutating func record() throws(UnreadableFile) -> [IncomingCell]? {
        while start < buffer.count || !isWhole {
            let (delimiter, start, isWhole, number) = (delimiter.byte, start, isWhole, number + 1)
            let found = try buffer.withUnsafeBufferPointer {
                bytes throws(UnreadableFile) -> (cells: [IncomingCell], end: Int)? in
                var scanner = RecordScanner(
                    bytes, from: start, delimiter: delimiter, isWhole: isWhole, row: number)
                return try scanner.record() ? (scanner.cells, scanner.position) : nil
            }
            if let found {
                self.start = found.end
                self.number = number
                return found.cells
            }
            try fill()
        }
        return nil
    }

    /// Takes the next piece, behind what is begun and not yet read.
    private mutating func fill() throws(UnreadableFile) {
        buffer.removeSubrange(..<start)
        start = 0
        guard buffer.count <= Self.mostRowBytes else {
            throw UnreadableFile(
                "The row has more than 16 MB.",
                remedy: "See that a quote opened in it is closed, and that its lines end.",
                row: number + 1)
        }
        let most = min(max(Self.piece, buffer.count), Self.mostRowBytes + 1 - buffer.count)
        let next = try source.read(most)
        isWhole = next.isEmpty
        buffer += next
    }
}
