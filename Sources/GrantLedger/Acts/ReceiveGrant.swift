/// Takes in money a funder pays: ahead, without condition, or for a partner.
///
/// Ahead, it posts A Dr bank / Cr accruedGrantIncome as far as spend ran ahead, the rest Cr receiptsInAdvance; C Dr earnedClaimable / Cr received for the first part; never more in all than the ceiling. Without condition: A Dr bank / Cr grantIncome; C Dr notYetEarned / Cr received. For a partner: A Dr bank / Cr heldAsAgent. A grant in arrears is received by its claims.
public struct ReceiveGrant: Act {
    /// Its kind.
    public static let kind = Kind.receiveGrant
    /// The grant.
    public var grant: Code
    /// The year it is for.
    public var year: FinancialYear
    /// How much.
    public var amount: Money
    /// The partner it is held for, where the office is an agent.
    public var partner: Code?

    /// Creates the act.
    public init(
        grant: Code, year: FinancialYear, amount: Money, partner: Code? = nil
    ) {
        self.grant = grant
        self.year = year
        self.amount = amount
        self.partner = partner
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        preconditionFailure("ReceiveGrant has no rule yet.")
    }
}
