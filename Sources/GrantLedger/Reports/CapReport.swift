/// What each project may have of a round, has been awarded of it, and has left.
public struct CapReport: Sendable {
    /// One project's cap for a year, or in all.
    public struct Row: Hashable, Sendable {
        /// The round.
        public let round: Code
        /// The bid, or the award made directly.
        public let project: Code
        /// The year; absent for the cap on the award in all.
        public let year: FinancialYear?
        /// What it may have, with exceptions.
        public var set = Money.zero
        /// What was authorised above the round's cap.
        public var exception = Money.zero
        /// What it has been awarded.
        public var used = Money.zero
        /// What it may still have.
        public var left = Money.zero
    }

    /// One authorised exception, as it was recorded.
    public struct Exception: Hashable, Sendable {
        /// The entry.
        public let entry: Int
        /// The day it takes effect.
        public let date: Day
        /// What was authorised: the project, the year, how much, by whom, and why.
        public let act: ExceptCap

        /// Reads it out of an entry; nil where that is of another kind.
        public init?(_ entry: Entry) {
            guard let act = try? entry.act.value(ExceptCap.self) else { return nil }
            (self.entry, date, self.act) = (entry.number, entry.date, act)
        }
    }

    /// The exceptions that stand, oldest first.
    public let exceptions: [Exception]

    /// The rows, by round, project and year; the cap in all comes last.
    public let rows: [Row]

    /// Gathers the rows.
    ///
    /// - Parameters:
    ///   - balances: the accounts of caps with their balances in the normal direction.
    ///   - rounds: the rounds they are of.
    ///   - exceptions: the exceptions that stand.
    public init(balances: [(Account, Money)], rounds: [Round], exceptions: [Exception] = []) {
        self.exceptions = exceptions
        let caps = Dictionary(rounds.map { ($0.code, $0) }) { $1 }
        var found: [Account: Row] = [:]
        for (account, amount) in balances where amount != .zero {
            guard let round = account.round, let project = account.bid ?? account.award else {
                continue
            }
            let key = account.under(.capSet)
            var row = found[key] ?? Row(round: round, project: project, year: account.year)
            switch account.head {
            case .capSet:
                row.set = amount
                let cap = account.year == nil ? caps[round]?.capPerAward : caps[round]?.capPerYear
                row.exception = max(amount - (cap ?? amount), .zero)
            case .capUsed: row.used = amount
            default: row.left = amount
            }
            found[key] = row
        }
        rows = found.values.sorted { left, right in
            if left.round != right.round { return left.round < right.round }
            if left.project != right.project { return left.project < right.project }
            return left.year?.start ?? .max < right.year?.start ?? .max
        }
    }
}
