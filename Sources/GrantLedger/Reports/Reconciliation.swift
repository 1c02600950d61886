/// The book's bank beside the bank's own lines, with the difference explained to nil.
public struct Reconciliation: Sendable {
    /// A line of the bank with the entries it is.
    public struct Matched: Hashable, Sendable {
        /// The line.
        public let line: BankLine
        /// The entries, in order.
        public let moves: [BankMove]
    }

    /// One reason why the book and the bank differ.
    public struct Step: Hashable, Sendable {
        /// The reason.
        public let reason: String
        /// How many lines or entries.
        public let count: Int
        /// By how much the book is above the bank for it.
        public let amount: Money
    }

    /// The first day that counts; nil for the first of all.
    public let from: Day?
    /// The last day that counts.
    public let asAt: Day
    /// What is matched and has its line or an entry in these days.
    public let matched: [Matched]
    /// Lines of these days that wait to be matched.
    public let lines: [BankLine]
    /// Lines of these days that are none of this book's.
    public let elsewhere: [BankLine]
    /// Entries of these days that no line is matched to.
    public let entries: [BankMove]
    /// What moved the bank in these days, per the book.
    public let book: Money
    /// What moved it, per the bank's lines.
    public let bank: Money
    /// Why they differ.
    public let steps: [Step]

    /// By how much the book is above the bank.
    public var difference: Money { book - bank }
    /// What no reason explains: nil.
    public var unexplained: Money { difference - steps.map(\.amount).total }

    /// Compares.
    ///
    /// - Parameters:
    ///   - moves: the entries that moved the bank and stand, of all days.
    ///   - lines: the bank's lines, of all days.
    ///   - from: the first day that counts; nil for the first of all.
    ///   - asAt: the last.
    public init(moves: [BankMove], lines: [BankLine], from: Day?, asAt: Day) {
        self.from = from
        self.asAt = asAt
        func counts(_ day: Day) -> Bool { day <= asAt && from.map { $0 <= day } ?? true }
        let taken = Set(lines.flatMap(\.entries))
        let byEntry = Dictionary(
            moves.lazy.filter { taken.contains($0.entry) }.map { ($0.entry, $0) },
            uniquingKeysWith: { $1 })
        let pairs = lines.filter { !$0.entries.isEmpty }.map { line in
            Matched(line: line, moves: line.entries.compactMap { byEntry[$0] })
        }
        matched = pairs.filter { pair in
            counts(pair.line.date) || pair.moves.contains { counts($0.date) }
        }
        let open = lines.filter { $0.entries.isEmpty && counts($0.date) }
        self.lines = open.filter { $0.elsewhere == nil }
        elsewhere = open.filter { $0.elsewhere != nil }
        entries = moves.filter { counts($0.date) && !taken.contains($0.entry) }
        book = moves.lazy.filter { counts($0.date) }.map(\.amount).total
        bank = lines.filter { counts($0.date) }.map(\.amount).total
        let across = matched.map { pair in
            pair.moves.filter { counts($0.date) }.map(\.amount).total
                - (counts(pair.line.date) ? pair.line.amount : .zero)
        }.filter { $0 != .zero }
        let opening = entries.filter { $0.kind == .openBalances }
        steps = [
            Step(
                reason: "balance the book began with", count: opening.count,
                amount: opening.map(\.amount).total),
            Step(
                reason: "entries the bank does not show", count: entries.count - opening.count,
                amount: entries.lazy.map(\.amount).total - opening.map(\.amount).total),
            Step(
                reason: "bank lines not in the book", count: self.lines.count,
                amount: -self.lines.map(\.amount).total),
            Step(
                reason: "bank lines that are not this book's", count: elsewhere.count,
                amount: -elsewhere.map(\.amount).total),
            Step(
                reason: "matched, on either side of these days", count: across.count,
                amount: across.total),
        ].filter { $0.count > 0 }
    }
}
