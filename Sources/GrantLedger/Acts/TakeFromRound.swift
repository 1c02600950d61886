/// Takes money that a round has not awarded back into the fund.
///
/// Posts B Dr roundAvailable / Cr unallocated.
public struct TakeFromRound: Act {
    /// Its kind.
    public static let kind = Kind.takeFromRound
    /// The round.
    public var round: Code
    /// The year.
    public var year: FinancialYear
    /// How much.
    public var amount: Money
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(round: Code, year: FinancialYear, amount: Money, reason: Note) {
        (self.round, self.year, self.amount, self.reason) = (round, year, amount, reason)
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let row = try facts.known(Round.self, round)
        try amount.checkPositive()
        let pool = Account(.unallocated, fund: row.fund, year: year)
        var transfers: [Transfer] = []
        transfers.move(
            amount, debit: pool.under(.roundAvailable).with(\.round, round), credit: pool)
        return Posting(transfers)
    }
}
