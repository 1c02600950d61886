/// Passes on money that is held for a partner.
///
/// Posts A Dr heldAsAgent / Cr bank.
public struct PassToPartner: Act {
    /// Its kind.
    public static let kind = Kind.passToPartner
    /// The grant.
    public var grant: Code
    /// Whose money it is.
    public var partner: Code
    /// How much.
    public var amount: Money

    /// Creates the act.
    public init(
        grant: Code, partner: Code, amount: Money
    ) {
        self.grant = grant
        self.partner = partner
        self.amount = amount
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let row = try facts.known(Grant.self, grant)
        _ = try facts.known(Organisation.self, partner)
        try amount.checkPositive()
        _ = try row.share(of: partner)
        var transfers: [Transfer] = []
        transfers.move(amount, debit: .heldAsAgent(grant, partner), credit: Account(.bank))
        return Posting(transfers)
    }
}
