import GrantExchange

extension FuzzedParser {
    /// CSV and its kin: the first byte chooses what parts the columns, the rest is the file.
    static let delimited = FuzzedParser(name: "delimited") { bytes in
        guard let choice = bytes.first else { return }
        let delimiter = Delimiter.allCases[Int(choice) % Delimiter.allCases.count]
        let file = Array(bytes.dropFirst())
        let whole = try rows(of: .bytes(file), delimiter)
        // A pipe gives what it has: where the pieces part makes no difference.
        try promise(try rows(of: inPieces(file), delimiter) == whole, "pieces are read otherwise")
        for guess in (try? Delimiter.guesses(from: .bytes(file))) ?? [] {
            try promise(
                guess.agreeing <= guess.rows && guess.rows <= 100, "\(guess) counts what is not")
        }
        guard case .success(let found) = whole else { return }
        let again = try rows(of: .bytes(written(found, delimiter)), delimiter)
        guard case .success(let reread) = again else {
            throw BrokenPromise(description: "\(found) is written and \(again)")
        }
        try promise(reread.map(\.cells) == found.map(\.cells), "\(found) is read as \(reread)")
    }

    private static func rows(
        of source: ByteSource, _ delimiter: Delimiter
    ) throws -> Result<[IncomingRow], UnreadableFile> {
        var reader = DelimitedReader(source, delimiter: delimiter)
        var rows: [IncomingRow] = []
        do throws(UnreadableFile) {
            while let row = try reader.next() { rows.append(row) }
        } catch {
            try judge(error)
            return .failure(error)
        }
        try promise(
            zip(rows, rows.dropFirst()).allSatisfy { $0.number < $1.number }, "rows out of order")
        return .success(rows)
    }

    /// The file as a pipe might give it: pieces of 1 to 7 bytes in turn.
    private static func inPieces(_ file: [UInt8]) -> ByteSource {
        var (rest, size) = (file[...], 0)
        return ByteSource { most throws(UnreadableFile) in
            size = size % 7 + 1
            let piece = rest.prefix(min(size, most))
            rest = rest.dropFirst(piece.count)
            return Array(piece)
        }
    }

    /// The rows in quotes by RFC 4180, which this program only reads.
    private static func written(_ rows: [IncomingRow], _ delimiter: Delimiter) -> [UInt8] {
        let sign = delimiter == .tab ? "\t" : delimiter.rawValue
        let lines = rows.map { row in
            let fields = row.cells.map { cell in
                let doubled = cell.text.utf8.flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] }
                return cell.kind == .empty ? [] : [0x22] + doubled + [0x22]
            }
            return Array(fields.joined(separator: sign.utf8)) + [0x0A]
        }
        return lines.flatMap { $0 }
    }

    /// A refusal teaches: a sentence, and what to do.
    static func judge(_ refusal: UnreadableFile) throws(BrokenPromise) {
        try promise(
            refusal.message.hasSuffix(".") && refusal.remedy.hasSuffix("."),
            "\(refusal) is no refusal that teaches")
    }
}
