public import GrantLedger
import GrantSeal

/// A file that is taken in: its name, size and digest, and its table as often as it is read.
public struct IncomingFile: Sendable {
    /// Where it is.
    public let path: String
    /// Its name, without its folder.
    public let name: String
    /// How many bytes it has.
    public let size: Int
    /// Its SHA-256, 64 hexadecimal digits.
    public let sha256: String

    /// Reads a file once, a piece at a time, for its digest.
    ///
    /// - Throws: ``UnreadableFile`` where there is none, or it may not be read.
    public init(_ path: String) throws(UnreadableFile) {
        self.path = path
        name = path.split(separator: "/").last.map(String.init) ?? path
        let source = try ByteSource.file(path)
        var digest = Digest()
        var size = 0
        while true {
            let piece = try source.read(256 << 10)
            guard !piece.isEmpty else { break }
            digest.take(piece)
            size += piece.count
        }
        self.size = size
        sha256 = digest.hex
    }

    /// Whether it is a workbook, by its ending.
    public var isWorkbook: Bool { name.lowercased().hasSuffix(".xlsx") }

    /// What most likely parts its columns; nil for a workbook.
    public func likelyDelimiter() throws(UnreadableFile) -> Delimiter? {
        guard !isWorkbook else { return nil }
        return try Delimiter.guesses(from: .file(path)).first?.delimiter ?? .comma
    }

    /// Its table from the first row.
    public func table(
        delimiter: Delimiter?, sheet: String?
    ) throws(UnreadableFile) -> any IncomingTable {
        guard isWorkbook else {
            return DelimitedReader(try .file(path), delimiter: delimiter ?? .comma)
        }
        let workbook = try WorkbookReader(path: path)
        guard let found = sheet.map(workbook.sheet) ?? workbook.sheets.first(where: \.isVisible)
        else {
            let names = workbook.sheets.map(\.name).joined(separator: ", ")
            throw UnreadableFile(
                "\(name) has no sheet \(sheet ?? "that is shown").",
                remedy: "Name one of its sheets, --sheet NAME: \(names).")
        }
        return try workbook.rows(of: found)
    }

    /// The paper behind an entry: this file, or one row of it.
    public func document(row: Int? = nil) -> Document {
        Document(name: name, size: size, sha256: sha256, row: row)
    }

    /// What a row stated, as a paper of its own, by which it is known again.
    public func rowDocument(_ row: Int, _ key: RowKeys.Key) -> Document {
        Document(name: "\(name), row \(row)", size: key.size, sha256: key.digest)
    }
}
