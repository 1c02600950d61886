/// Sets the office's own money aside for a fund.
///
/// Posts A Dr generalFund / Cr earmarkedReserve.
public struct ReserveMoney: Act {
    /// Its kind.
    public static let kind = Kind.reserveMoney
    /// The fund it is kept for.
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
            amount, debit: Account(.generalFund), credit: Account(.earmarkedReserve, fund: fund))
        return Posting(transfers)
    }
}
