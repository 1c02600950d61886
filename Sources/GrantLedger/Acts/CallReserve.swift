/// Meets over-programming that turned into spend from the reserve that was named for it.
///
/// Posts B Dr fundingApproved (reserve) / Cr overProgrammingAuthorised; A Dr earmarkedReserve / Cr generalFund.
public struct CallReserve: Act {
    /// Its kind.
    public static let kind = Kind.callReserve
    /// The fund.
    public var fund: Code
    /// The round, where it was for one.
    public var round: Code?
    /// The year.
    public var year: FinancialYear
    /// How much.
    public var amount: Money
    /// Who authorised it.
    public var authorisedBy: Note
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(
        fund: Code, round: Code? = nil, year: FinancialYear, amount: Money, authorisedBy: Note,
        reason: Note
    ) {
        self.fund = fund
        self.round = round
        self.year = year
        self.amount = amount
        self.authorisedBy = authorisedBy
        self.reason = reason
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let pool = try facts.pool(fund, round, year)
        try amount.checkPositive()
        var transfers: [Transfer] = []
        transfers.move(
            amount, debit: .approved(fund, year, .reserve),
            credit: pool.under(.overProgrammingAuthorised))
        transfers.move(
            amount, debit: Account(.earmarkedReserve, fund: fund), credit: Account(.generalFund))
        return Posting(transfers)
    }
}
