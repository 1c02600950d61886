extension Book {
    /// How much of a book is verified.
    public enum Depth: Hashable, Sendable {
        /// What every open checks.
        case quick
        /// Every entry, and everything that is kept beside the journal.
        case full
        /// The same, and the entries of today's rules judged again.
        case rules
    }

    /// What verifying came to.
    public struct Verdict: Hashable, Sendable {
        /// The first hundred faults.
        public let findings: [Finding]
        /// How many there are.
        public let count: Int
        /// How many entries were looked at.
        public let entries: Int
        /// How many transfers were looked at.
        public let transfers: Int
        /// How many entries were judged again.
        public let judged: Int
        /// How the book goes together with its counterfoils.
        public let standing: Standing

        /// Whether nothing is wrong.
        public var isSound: Bool { count == 0 }

        /// Throws the first fault, where there is one.
        func check() throws {
            if let first = findings.first { throw first.fault }
        }
    }
}
