public import GrantLedger

/// A figure drawn as a line of signs, each sign with its word beside it.
public struct Bar: Hashable, Sendable {
    /// A part of a bar.
    public struct Segment: Hashable, Sendable {
        /// The sign it is drawn with.
        public let sign: Character
        /// What it is.
        public let word: String
        /// How much.
        public let amount: Money

        /// Creates a part of a bar.
        public init(_ sign: Character, _ word: String, _ amount: Money) {
            (self.sign, self.word, self.amount) = (sign, word, amount)
        }
    }

    /// What stands before it.
    public let label: String
    /// Its parts, which add up to the whole.
    public let segments: [Segment]
    /// What stands after it.
    public let note: String

    /// Creates a bar.
    public init(label: String, segments: [Segment], note: String = "") {
        (self.label, self.segments, self.note) = (label, segments, note)
    }

    /// The signs alone, so many wide, shared out by largest remainder.
    public func drawn(width: Int) -> String {
        let weights = segments.map { max($0.amount, .zero) }
        let parts = Money(pence: Int64(width)).split(over: weights)
        return zip(segments, parts).map { segment, part in
            String(repeating: segment.sign, count: Int(part.pence))
        }.joined()
    }

    /// What the signs mean: `# charged   = committed   . free`.
    public var legend: String {
        segments.map { "\($0.sign) \($0.word)" }.joined(separator: "   ")
    }
}
