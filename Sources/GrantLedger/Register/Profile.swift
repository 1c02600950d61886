/// One amount of a profile: what is planned for a year, perhaps for one fund, quarter or category
/// of it.
public struct ProfileLine: Hashable, Codable, Sendable {
    /// The fund that bears it; absent where there is only one it can be.
    public var fund: Code?
    /// The year of the cost.
    public var year: FinancialYear
    /// 1 to 4; absent for the whole year.
    public var quarter: Int?
    /// The heading of cost.
    public var category: Code?
    /// How much.
    public var amount: Money

    /// Creates a line.
    public init(
        fund: Code? = nil, year: FinancialYear, quarter: Int? = nil, category: Code? = nil,
        amount: Money
    ) {
        (self.fund, self.year, self.quarter, self.category, self.amount) = (
            fund, year, quarter, category, amount
        )
    }
}

/// Planned spend, line by line.
public typealias Profile = [ProfileLine]

extension Profile {
    /// The sum of its lines.
    public var total: Money { map(\.amount).total }
    /// Its years, ascending, each once.
    public var years: [FinancialYear] { Set(map(\.year)).sorted() }

    /// What it plans for a year.
    public func amount(in year: FinancialYear) -> Money {
        filter { $0.year == year }.map(\.amount).total
    }
}

/// Spend reported, disallowed or required, by category and, where an award has several, by fund.
public struct CategoryAmount: Hashable, Codable, Sendable {
    /// The fund, where one line alone is meant.
    public var fund: Code?
    /// The heading of cost.
    public var category: Code
    /// How much.
    public var amount: Money

    /// Creates an amount.
    public init(fund: Code? = nil, category: Code, amount: Money) {
        (self.fund, self.category, self.amount) = (fund, category, amount)
    }
}
