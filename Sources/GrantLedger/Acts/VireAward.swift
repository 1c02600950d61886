/// Moves budget between headings of one award and year, within the tolerance set at signing.
///
/// Posts C Dr virementHeadroom / Cr virementUsed; B Dr committed (from) / Cr committed (to).
public struct VireAward: Act {
    /// Its kind.
    public static let kind = Kind.vireAward
    /// The award.
    public var award: Code
    /// The fund; every one that has the heading, by what each has, where absent.
    public var fund: Code?
    /// The year.
    public var year: FinancialYear
    /// The heading that gives.
    public var from: Code
    /// The heading that takes.
    public var to: Code
    /// How much.
    public var amount: Money
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(
        award: Code, fund: Code? = nil, year: FinancialYear, from: Code, to: Code, amount: Money,
        reason: Note
    ) {
        self.award = award
        self.fund = fund
        self.year = year
        self.from = from
        self.to = to
        self.amount = amount
        self.reason = reason
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        preconditionFailure("VireAward has no rule yet.")
    }
}
