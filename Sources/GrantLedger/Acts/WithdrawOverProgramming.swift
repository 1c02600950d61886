/// Ends an authority to award above the allocation, as far as it is not used.
///
/// Posts B Dr roundAvailable (or unallocated) / Cr overProgrammingAuthorised.
public struct WithdrawOverProgramming: Act {
    /// Its kind.
    public static let kind = Kind.withdrawOverProgramming
    /// The fund.
    public var fund: Code
    /// The round, where it was for one.
    public var round: Code?
    /// The year.
    public var year: FinancialYear
    /// How much.
    public var amount: Money
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(fund: Code, round: Code? = nil, year: FinancialYear, amount: Money, reason: Note) {
        (self.fund, self.round, self.year, self.amount, self.reason) = (
            fund, round, year, amount, reason
        )
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        try amount.checkPositive()
        let pool = try facts.pool(fund, round, year)
        var transfers: [Transfer] = []
        transfers.move(amount, debit: pool, credit: pool.under(.overProgrammingAuthorised))
        return Posting(transfers)
    }
}
