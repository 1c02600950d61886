/// What parts the columns of a text, by the name that a saved profile gives it.
public enum Delimiter: String, CaseIterable, Sendable {
    case comma = ","
    case semicolon = ";"
    case tab = "tab"
    case bar = "|"

    /// The byte that stands between two columns.
    var byte: UInt8 {
        switch self {
        case .comma: UInt8(ascii: ",")
        case .semicolon: UInt8(ascii: ";")
        case .tab: UInt8(ascii: "\t")
        case .bar: UInt8(ascii: "|")
        }
    }
}

extension Delimiter {
    /// A delimiter that a file may have, and how well its first rows bear it out.
    public struct Guess: Hashable, Sendable {
        /// The delimiter.
        public let delimiter: Delimiter
        /// How many columns most of the rows have by it.
        public let columns: Int
        /// How many of the rows looked at have just so many.
        public let agreeing: Int
        /// How many rows were looked at.
        public let rows: Int

        /// Whether nine rows of ten agree on two columns or more.
        public var isLikely: Bool { columns > 1 && agreeing * 10 >= rows * 9 }
    }

    /// What may part the columns of a text, the likeliest first.
    ///
    /// One guess comes alone where the text says it itself (`sep=;`). Nothing is read beyond the
    /// first 256 KiB or 100 rows.
    ///
    /// - Parameter source: the file from its beginning.
    /// - Returns: the delimiters by which there are two columns or more; none for a single column.
    /// - Throws: ``UnreadableFile`` where the file is no text.
    public static func guesses(from source: ByteSource) throws(UnreadableFile) -> [Guess] {
        let asked = 256 << 10
        let sample = try source.first(asked)
        try DelimitedReader.judgeBeginning(of: sample)
        if let stated = DelimitedReader.statedDelimiter(of: sample) {
            return [guess(stated, sample, isWhole: true)]
        }
        return allCases.map { guess($0, sample, isWhole: sample.count < asked) }
            .filter { $0.columns > 1 }
            .sorted { left, right in
                (left.isLikely ? 1 : 0, left.agreeing * left.columns)
                    > (right.isLikely ? 1 : 0, right.agreeing * right.columns)
            }
    }

    private static func guess(_ delimiter: Delimiter, _ sample: [UInt8], isWhole: Bool) -> Guess {
        var reader = DelimitedReader(.bytes(sample), delimiter: delimiter)
        var widths: [Int] = []
        while widths.count < 100, let row = try? reader.next() { widths.append(row.cells.count) }
        if !isWhole, widths.count < 100 { widths = widths.dropLast() }
        let counts = Dictionary(widths.map { ($0, 1) }, uniquingKeysWith: +)
        let common = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
        return Guess(
            delimiter: delimiter, columns: common?.key ?? 0, agreeing: common?.value ?? 0,
            rows: widths.count)
    }
}
