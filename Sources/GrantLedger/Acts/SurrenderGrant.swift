/// Gives back what a grant will not be needed for.
///
/// Posts C Dr notYetEarned / Cr claimCeiling, either basis; B Dr unallocated / Cr fundingApproved; A Dr receiptsInAdvance / Cr repayableToFunder as far as more is held than is still to be earned. Refused while over-programming stands.
public struct SurrenderGrant: Act {
    /// Its kind.
    public static let kind = Kind.surrenderGrant
    /// The grant.
    public var grant: Code
    /// The year.
    public var year: FinancialYear
    /// How much.
    public var amount: Money
    /// Why.
    public var reason: Note?

    /// Creates the act.
    public init(
        grant: Code, year: FinancialYear, amount: Money, reason: Note? = nil
    ) {
        self.grant = grant
        self.year = year
        self.amount = amount
        self.reason = reason
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        preconditionFailure("SurrenderGrant has no rule yet.")
    }
}
