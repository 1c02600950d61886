/// Takes in what a funder pays of a claim.
///
/// Posts A Dr bank / Cr grantDebtors; C Dr claimed / Cr received.
public struct ReceiveClaim: Act {
    /// Its kind.
    public static let kind = Kind.receiveClaim
    /// The claim.
    public var claim: Code
    /// How much.
    public var amount: Money

    /// Creates the act.
    public init(
        claim: Code, amount: Money
    ) {
        self.claim = claim
        self.amount = amount
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        preconditionFailure("ReceiveClaim has no rule yet.")
    }
}
