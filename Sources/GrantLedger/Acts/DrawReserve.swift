/// Takes back money that was set aside.
///
/// Posts A Dr earmarkedReserve / Cr generalFund.
public struct DrawReserve: Act {
    /// Its kind.
    public static let kind = Kind.drawReserve
    /// The fund it was kept for.
    public var fund: Code
    /// How much.
    public var amount: Money
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(
        fund: Code, amount: Money, reason: Note
    ) {
        self.fund = fund
        self.amount = amount
        self.reason = reason
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        _ = try facts.known(Fund.self, fund)
        try amount.checkPositive()
        var transfers: [Transfer] = []
        transfers.move(
            amount, debit: Account(.earmarkedReserve, fund: fund), credit: Account(.generalFund))
        return Posting(transfers)
    }
}
