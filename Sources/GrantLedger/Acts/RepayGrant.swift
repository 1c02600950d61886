/// Pays back to a funder what was surrendered.
///
/// Posts A Dr repayableToFunder / Cr bank.
public struct RepayGrant: Act {
    /// Its kind.
    public static let kind = Kind.repayGrant
    /// The grant.
    public var grant: Code
    /// The year it was for.
    public var year: FinancialYear
    /// How much.
    public var amount: Money

    /// Creates the act.
    public init(
        grant: Code, year: FinancialYear, amount: Money
    ) {
        self.grant = grant
        self.year = year
        self.amount = amount
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        _ = try facts.known(Grant.self, grant)
        try amount.checkPositive()
        let accounts = GrantYear(grant, year, FinancialYear(containing: occasion.date))
        var transfers: [Transfer] = []
        transfers.move(amount, debit: accounts.repayable, credit: Account(.bank))
        return Posting(transfers)
    }
}
