/// The least share of a grant's spend that a category must have, held against what is charged.
public struct MinimumTest: Hashable, Sendable {
    /// The grant that asks it.
    public let grant: Code
    /// The year; absent for all years together, over which the rule is tested.
    public let year: FinancialYear?
    /// The least share.
    public let minimum: Minimum
    /// What is charged to the grant's fund in the year.
    public let charged: Money
    /// What of it is charged under the category.
    public let had: Money

    /// Creates a test.
    public init(
        grant: Code, year: FinancialYear?, minimum: Minimum, charged: Money, had: Money
    ) {
        self.grant = grant
        self.year = year
        self.minimum = minimum
        self.charged = charged
        self.had = had
    }

    /// What the category must have of what is charged.
    public var required: Money {
        charged.percent(hundredths: Int64(minimum.percent.hundredths))
    }

    /// What it lacks.
    public var short: Money { max(required - had, .zero) }

    /// Holds the minimums of grants against the money charged to their funds.
    ///
    /// - Parameters:
    ///   - grants: the grants.
    ///   - charged: figures of charged money by fund, year and category.
    /// - Returns: for each grant and minimum a test of each year, and of all where they are several.
    public static func all(_ grants: [Grant], charged: [KeptFigure]) -> [MinimumTest] {
        grants.flatMap { grant in
            let years = grant.profile.years
            let spent = charged.filter {
                $0.head == .charged && $0.fund == grant.fund
                    && ($0.year.map(years.contains) ?? false)
            }
            return (grant.minimums ?? []).flatMap { minimum in
                let parts = years.map { year in
                    MinimumTest(grant, minimum, year, spent.filter { $0.year == year })
                }
                return years.count > 1
                    ? parts + [MinimumTest(grant, minimum, nil, spent)] : parts
            }
        }
    }

    private init(
        _ grant: Grant, _ minimum: Minimum, _ year: FinancialYear?, _ spent: [KeptFigure]
    ) {
        let own = spent.filter { $0.category == minimum.category }
        self.init(
            grant: grant.code, year: year, minimum: minimum,
            charged: spent.map(\.amount).total, had: own.map(\.amount).total)
    }
}
