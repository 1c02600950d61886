/// Entries that an auditor should see, each under the rule that finds it.
public struct ExceptionReport: Sendable {
    /// What one rule found: an entry, or several that are one thing together.
    public struct Row: Hashable, Sendable {
        /// The rule's name.
        public let rule: String
        /// What it was held against, where the rule has a threshold: `31 days`, `£5,000.00`.
        public let threshold: String?
        /// The entries, oldest first; what else is said is of the last.
        public let entries: [Int]
        /// Its kind.
        public let kind: Kind
        /// The day it takes effect.
        public let date: Day
        /// When it was recorded.
        public let recordedAt: String
        /// Who acted.
        public let user: String
        /// The second person, where there is one.
        public let approver: String?
        /// How much it moved; of several entries, how much they moved together.
        public let amount: Money?
        /// Why it is an exception.
        public let explanation: String
        /// The funds whose money it moved, and the awards it is about.
        public let things: Set<Code>

        /// The entry that makes it an exception.
        public var entry: Int { entries.last ?? 0 }

        /// The entries' numbers, three or more in a row as `12..40`.
        public var numbers: [String] { entries.spans }
    }

    /// The rows, by rule in their order and by entry.
    public private(set) var rows: [Row]

    /// Creates a report of rows that are in their order.
    init(rows: [Row]) { self.rows = rows }

    /// Keeps the rows that are about some of these funds and awards.
    public func about(_ things: Set<Code>) -> ExceptionReport {
        ExceptionReport(rows: rows.filter { !$0.things.isDisjoint(with: things) })
    }

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
    ///   - entries: the entries' numbers.
    ///   - trace: what is kept of the last of them.
    init(_ rule: String, _ found: ExceptionFound, entries: [Int], _ trace: EntryTrace) {
        self.rule = rule
        threshold = found.threshold
        self.entries = entries
        kind = trace.kind
        date = trace.date
        recordedAt = trace.recordedAt
        user = trace.user
        approver = trace.approver
        amount = found.amount ?? trace.amount
        explanation = found.explanation
        things = trace.things.union(found.things)
    }
}

/// What is kept of an entry that a rule may find later.
struct EntryTrace: Hashable, Sendable {
    let number: Int
    let batch: Int
    let kind: Kind
    let date: Day
    let recordedAt: String
    let user: String
    let approver: String?
    let amount: Money?
    var things: Set<Code>

    init(_ entry: Entry) {
        number = entry.number
        batch = entry.batch
        kind = entry.kind
        date = entry.date
        recordedAt = entry.recordedAt
        user = entry.user
        approver = entry.approver
        amount = entry.moved
        things = []
        for account in entry.transfers.flatMap({ [$0.debit, $0.credit] }) {
            things.formUnion([account.fund, account.award, account.bid].compactMap(\.self))
        }
        for put in entry.puts {
            let name = put.key.split(separator: "#").first.map(String.init)
            if let code = name.flatMap({ Code($0) }) { things.insert(code) }
        }
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
