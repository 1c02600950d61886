/// Entries that an auditor should see, each under the rule that finds it.
public struct ExceptionReport: Sendable {
    /// One entry under one rule.
    public struct Row: Hashable, Sendable {
        /// The rule's name.
        public let rule: String
        /// The entry.
        public let entry: Int
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
        /// How much it moved.
        public let amount: Money?
        /// Why it is an exception.
        public let explanation: String
        /// The funds whose money it moved, and the awards it is about.
        public let things: Set<Code>
    }

    /// The rows, by rule in their order and by entry.
    public private(set) var rows: [Row]

    /// Holds entries against rules.
    ///
    /// - Parameters:
    ///   - entries: entries among which all that any rule finds are.
    ///   - context: what rules know besides.
    ///   - rules: the rules; all there are where absent.
    public init(
        _ entries: [Entry], context: ExceptionContext = ExceptionContext(),
        rules: [ExceptionRule] = ExceptionRule.all
    ) {
        rows = rules.flatMap { rule in
            entries.compactMap { entry in
                rule.explanation(entry, context).map { Row(rule.name, entry, $0) }
            }
        }
    }

    /// Keeps the rows that are about some of these funds and awards.
    public func about(_ things: Set<Code>) -> ExceptionReport {
        var copy = self
        copy.rows = rows.filter { !$0.things.isDisjoint(with: things) }
        return copy
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
    fileprivate init(_ rule: String, _ entry: Entry, _ explanation: String) {
        self.rule = rule
        self.entry = entry.number
        kind = entry.kind
        date = entry.date
        recordedAt = entry.recordedAt
        user = entry.user
        approver = entry.approver
        amount = entry.moved
        self.explanation = explanation
        var things: Set<Code> = []
        for account in entry.transfers.flatMap({ [$0.debit, $0.credit] }) {
            things.formUnion([account.fund, account.award, account.bid].compactMap(\.self))
        }
        for put in entry.puts {
            let name = put.key.split(separator: "#").first.map(String.init)
            if let code = name.flatMap({ Code($0) }) { things.insert(code) }
        }
        self.things = things
    }
}
