/// The least share of a grant's spend that a category must have, held against what is charged.
public struct MinimumTest: Hashable, Sendable {
    /// The grant that asks it.
    public let grant: Code
    /// The year.
    public let year: FinancialYear
    /// The least share.
    public let minimum: Minimum
    /// What is charged to the grant's fund in the year.
    public let charged: Money
    /// What of it is charged under the category.
    public let had: Money

    /// Creates a test.
    public init(
        grant: Code, year: FinancialYear, minimum: Minimum, charged: Money, had: Money
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
    /// - Returns: a test for each grant, year and minimum, in that order.
    public static func all(_ grants: [Grant], charged: [KeptFigure]) -> [MinimumTest] {
        grants.flatMap { grant in
            grant.profile.years.flatMap { year in
                let spent = charged.filter {
                    $0.head == .charged && $0.fund == grant.fund && $0.year == year
                }
                return (grant.minimums ?? []).map { minimum in
                    let own = spent.filter { $0.category == minimum.category }
                    return MinimumTest(
                        grant: grant.code, year: year, minimum: minimum,
                        charged: spent.map(\.amount).total, had: own.map(\.amount).total)
                }
            }
        }
    }
}
