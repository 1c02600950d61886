/// Takes an accrual back in the year after it, dated 1 April.
///
/// Posts the opposite of the accrual, last first, income and expenditure in the new accounting year, all else under the old key; then Dr awardCreditors / Cr paymentsOnAccount where both stand.
public struct ReverseAccrual: Act {
    /// Its kind.
    public static let kind = Kind.reverseAccrual
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
        preconditionFailure("ReverseAccrual has no rule yet.")
    }
}
