/// Entries that an auditor should see, each under the rule that finds it.
public struct ExceptionReport: Sendable {
    /// What one rule found: an entry, or several that are one thing together.
    public struct Row: Hashable, Sendable {
        /// The rule's name.
        public let rule: String
        /// What it was held against, where the rule has a threshold: `31 days`, `£5,000.00`.
        public let threshold: String?
        /// The entries, oldest first; what else is said is of the last.
        public private(set) var entries: [Int]
        /// Its kind.
        public private(set) var kind: Kind
        /// The day it takes effect.
        public private(set) var date: Day
        /// When it was recorded.
        public private(set) var recordedAt: String
        /// Who acted.
        public private(set) var user: String
        /// The second person, where there is one.
        public private(set) var approver: String?
        /// How much it moved; of several entries, how much they moved together.
        public private(set) var amount: Money?
        /// Why it is an exception.
        public let explanation: String
        /// The funds, awards and bids whose money it moved, and the things whose rows it wrote.
        public private(set) var things: Set<Code>

        /// The entry that makes it an exception.
        public var entry: Int { entries.last ?? 0 }

        /// The entries' numbers, three or more in a row as `12..40`.
        public var numbers: [String] { entries.spans }
    }

    /// The rows, by rule in their order and by entry.
    public let rows: [Row]

    /// Creates a report of rows that are in their order.
    init(rows: [Row]) { self.rows = rows }

    /// How many rows each rule has, of those that have any, in their order.
    public var counts: [(rule: String, count: Int)] {
        var counts: [(rule: String, count: Int)] = []
        for row in rows {
            if counts.last?.rule == row.rule {
                counts[counts.count - 1].count += 1
            } else {
                counts.append((row.rule, 1))
            }
        }
        return counts
    }
}

extension ExceptionReport.Row {
    /// Creates the row of what a rule found.
    ///
    /// - Parameters:
    ///   - rule: the rule's name.
    ///   - found: what it found.
    ///   - entry: the entry that is told of.
    ///   - others: those that are one thing with it.
    init(
        _ rule: String, _ found: ExceptionFound, _ entry: Entry,
        with others: ArraySlice<Entry> = []
    ) {
        self.rule = rule
        threshold = found.threshold
        entries = (others + [entry]).map(\.number).sorted()
        kind = entry.kind
        date = entry.date
        recordedAt = entry.recordedAt
        user = entry.user
        approver = entry.approver
        amount = found.amount ?? entry.moved
        explanation = found.explanation
        things = others.reduce(into: entry.things) { $0.formUnion($1.things) }
    }

    /// Takes a later entry of the same commit, which then is the one told of.
    mutating func join(_ entry: Entry) {
        entries.append(entry.number)
        kind = entry.kind
        date = entry.date
        recordedAt = entry.recordedAt
        user = entry.user
        approver = entry.approver
        amount = (amount ?? .zero).adding(entry.moved ?? .zero)
        things.formUnion(entry.things)
    }
}

extension Entry {
    /// The funds, awards and bids whose money it moved, and the things whose rows it wrote.
    fileprivate var things: Set<Code> {
        var things: Set<Code> = []
        for account in transfers.flatMap({ [$0.debit, $0.credit] }) {
            things.formUnion([account.fund, account.award, account.bid].compactMap(\.self))
        }
        for put in puts {
            let name = put.key.split(separator: "#").first.map(String.init)
            if let code = name.flatMap({ Code($0) }) { things.insert(code) }
        }
        return things
    }
}

extension [Int] {
    /// Ascending numbers, three or more in a row as `12..40`.
    fileprivate var spans: [String] {
        var spans: [ClosedRange<Int>] = []
        for number in self {
            if let last = spans.last, last.upperBound + 1 == number {
                spans[spans.count - 1] = last.lowerBound...number
            } else {
                spans.append(number...number)
            }
        }
        return spans.flatMap { span in
            span.count > 2
                ? ["\(span.lowerBound)..\(span.upperBound)"] : span.map(String.init)
        }
    }
}
