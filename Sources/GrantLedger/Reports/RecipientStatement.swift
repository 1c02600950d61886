/// An award as its recipient is told of it: what was awarded, paid, accepted and refused by year,
/// what is due either way, and which returns are to come.
public struct RecipientStatement: Sendable {
    /// One year of cost.
    public struct Row: Hashable, Sendable {
        /// The year.
        public let year: FinancialYear
        /// The figures of the award in the year, in the words of the report of spend.
        public var figures = SpendFigures()
        /// What returns reported and was refused.
        public var disallowed = Money.zero
        /// What is asked back and has not come.
        public var clawback = Money.zero
    }

    /// The award.
    public let award: Award
    /// The rows, by year.
    public let rows: [Row]
    /// The returns that have not come, or are not accepted, up to the day.
    public let returns: [ReturnReport.Row]
    /// The day it is told as at.
    public let asAt: Day

    /// The heads it is made of.
    public static let heads: Set<Head> = SpendFigures.heads.union([
        .clawbackDebtors, .spendDisallowed,
    ])

    /// Creates the statement.
    ///
    /// - Parameters:
    ///   - award: the award.
    ///   - balances: its accounts with their balances in the normal direction.
    ///   - returns: its returns, in or due.
    ///   - asAt: the day.
    public init(
        award: Award, balances: [(Account, Money)], returns: ReturnReport, asAt: Day
    ) {
        self.award = award
        self.asAt = asAt
        var rows: [FinancialYear: Row] = [:]
        for (account, amount) in balances {
            guard let year = account.year ?? account.period?.year else { continue }
            var row = rows[year] ?? Row(year: year)
            switch account.head {
            case .clawbackDebtors: row.clawback += amount
            case .spendDisallowed: row.disallowed += amount
            default:
                row.figures.add(
                    KeptFigure(head: account.head, mark: account.mark, amount: amount))
            }
            rows[year] = row
        }
        self.rows = rows.values.filter {
            $0 != Row(year: $0.year)
        }.sorted { $0.year < $1.year }
        self.returns = returns.rows.filter { $0.report?.status != .accepted }
    }

    /// The sum of a figure over the years.
    public func total(_ amount: (Row) -> Money) -> Money { rows.map(amount).total }
}
