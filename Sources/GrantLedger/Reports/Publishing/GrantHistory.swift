/// What happened to an award that the public hears of: its rows, its recipient's, and what it was
/// awarded, entry by entry.
public struct GrantHistory: Sendable {
    /// When something happened.
    public struct Moment: Hashable, Sendable {
        /// The entry.
        public let entry: Int
        /// What it did.
        public let kind: Kind
        /// The day it took effect.
        public let date: Day
        /// The clock when it was recorded, UTC.
        public let recordedAt: String

        /// Creates a moment.
        public init(entry: Int, kind: Kind, date: Day, recordedAt: String) {
            (self.entry, self.kind, self.date, self.recordedAt) = (entry, kind, date, recordedAt)
        }

        /// The day it was recorded, UTC.
        public var recorded: Day { Day(String(recordedAt.prefix(10))) ?? date }
    }

    /// A row as an entry left it; nil where a reversal took it away.
    public struct Version<Noun: Registered>: Sendable {
        /// When.
        public let moment: Moment
        /// The row.
        public let row: Noun?

        /// Creates a version.
        public init(_ moment: Moment, _ row: Noun?) { (self.moment, self.row) = (moment, row) }
    }

    /// A line of an award: its fund and the year of the cost.
    public struct Line: Hashable, Comparable, Sendable {
        /// The fund that bears it.
        public let fund: Code
        /// The year.
        public let year: FinancialYear

        /// Creates a line.
        public init(fund: Code, year: FinancialYear) { (self.fund, self.year) = (fund, year) }

        /// Orders by year, then fund.
        public static func < (lhs: Line, rhs: Line) -> Bool {
            (lhs.year, lhs.fund) < (rhs.year, rhs.fund)
        }
    }

    /// What an entry changed of the amount awarded on a line.
    public struct Move: Hashable, Sendable {
        /// When.
        public let moment: Moment
        /// Where.
        public let line: Line
        /// How much more; below nil for less.
        public let amount: Money

        /// Creates a move.
        public init(_ moment: Moment, _ line: Line, _ amount: Money) {
            (self.moment, self.line, self.amount) = (moment, line, amount)
        }
    }

    /// The award.
    public let code: Code
    /// Its row, oldest first.
    public let versions: [Version<Award>]
    /// Its recipient's row, oldest first.
    public let recipients: [Version<Organisation>]
    /// What changed the amount awarded, oldest first.
    public let moves: [Move]

    /// Creates a history.
    public init(
        code: Code, versions: [Version<Award>], recipients: [Version<Organisation>], moves: [Move]
    ) {
        self.code = code
        self.versions = versions
        self.recipients = recipients
        self.moves = moves
    }

    /// What counts as awarded: with what waits for its second person.
    public static let heads: Set<Head> = [.reserved, .committed, .charged, .budgetPrepared]
}

extension GrantHistory {
    /// The award as it now stands; nil where it was taken back.
    public var award: Award? { versions.last?.row }

    /// What the public may be told of it.
    public var disclosure: Disclosure? {
        let newest = award ?? versions.last { $0.row != nil }?.row
        return newest.map { award in
            let rows = recipients.compactMap(\.row)
            return Disclosure(
                of: award,
                recipients: rows.map(\.name.description) + rows.compactMap(\.orgId?.description))
        }
    }

    /// The day the award was decided: that of the entry that made it as it now stands.
    public var decided: Day? {
        let last = versions.lastIndex { $0.row == nil } ?? -1
        return versions.dropFirst(last + 1).first?.moment.date
    }

    /// The award by entries dated to a day.
    public func award(asAt day: Day) -> Award? { newest(of: versions, asAt: day) }

    /// Its recipient by entries dated to a day.
    public func recipient(asAt day: Day) -> Organisation? { newest(of: recipients, asAt: day) }

    private func newest<Noun>(of versions: [Version<Noun>], asAt day: Day) -> Noun? {
        versions.last { $0.moment.date <= day }?.row
    }

    /// What was awarded on each line that is not nil, by the entries that are wanted.
    public func amounts(_ takes: (Moment) -> Bool = { _ in true }) -> [Line: Money] {
        var amounts: [Line: Money] = [:]
        for move in moves where takes(move.moment) {
            amounts[move.line, default: .zero] += move.amount
        }
        return amounts.filter { $0.value != .zero }
    }
}
