/// Charges an estimate to its year at 31 March.
///
/// Posts C Dr notYetEarned / Cr earnedClaimable (accrued); B Dr committed / Cr charged (accrued); A Dr awardExpenditure / Cr paymentsOnAccount as far as held, the rest Cr accruedExpenditure; income Dr accruedGrantIncome (accrued) / Cr grantIncome, so that no claim draws it.
public struct AccrueReturn: Act {
    /// Its kind.
    public static let kind = Kind.accrueReturn
    /// The award.
    public var award: Code
    /// The period of the estimate.
    public var period: Period

    /// Creates the act.
    public init(
        award: Code, period: Period
    ) {
        self.award = award
        self.period = period
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        preconditionFailure("AccrueReturn has no rule yet.")
    }
}
