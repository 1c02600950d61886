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
        let row = try facts.known(Claim.self, claim)
        try amount.checkPositive()
        var transfers: [Transfer] = []
        transfers.move(
            amount, debit: row.claimed,
            credit: Account(.received, grant: row.grant, year: row.year))
        transfers.move(amount, debit: Account(.bank), credit: row.debtor)
        return Posting(transfers)
    }
}
