/// Estimates what a return that has not been accepted will report, for the year end: a fact, no money.
public struct EstimateReturn: Act {
    /// Its kind.
    public static let kind = Kind.estimateReturn
    /// The award.
    public var award: Code
    /// What the return will cover.
    public var period: Period
    /// The spend expected, by category.
    public var spend: [CategoryAmount]
    /// On what grounds.
    public var basis: Note

    /// Creates the act.
    public init(
        award: Code, period: Period, spend: [CategoryAmount], basis: Note
    ) {
        self.award = award
        self.period = period
        self.spend = spend
        self.basis = basis
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        preconditionFailure("EstimateReturn has no rule yet.")
    }
}
