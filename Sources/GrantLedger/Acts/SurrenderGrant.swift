/// Gives back what a grant will not be needed for.
///
/// Posts C Dr notYetEarned / Cr claimCeiling, either basis; B Dr unallocated / Cr fundingApproved; A
/// Dr receiptsInAdvance / Cr repayableToFunder as far as more is held than is still to be earned.
/// Refused while over-programming stands on the fund in that year.
public struct SurrenderGrant: Act {
    /// Its kind.
    public static let kind = Kind.surrenderGrant
    /// The grant.
    public var grant: Code
    /// The year.
    public var year: FinancialYear
    /// How much.
    public var amount: Money
    /// Why.
    public var reason: Note?

    /// Creates the act.
    public init(
        grant: Code, year: FinancialYear, amount: Money, reason: Note? = nil
    ) {
        self.grant = grant
        self.year = year
        self.amount = amount
        self.reason = reason
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let row = try facts.known(Grant.self, grant)
        try amount.checkPositive()
        try facts.checkNoOverProgramming(row.fund, year)
        try row.checkConfirmed()
        let accounts = GrantYear(grant, year, FinancialYear(containing: occasion.date))
        let stillToEarn = max(try facts.amount(accounts.notYetEarned) - amount, .zero)
        let spare = max(try facts.amount(accounts.receiptsInAdvance) - stillToEarn, .zero)
        var transfers: [Transfer] = []
        transfers.move(amount, debit: accounts.notYetEarned, credit: accounts.claimCeiling)
        transfers.move(
            amount, debit: Account(.unallocated, fund: row.fund, year: year),
            credit: .approved(row.fund, year, .confirmed))
        transfers.move(
            min(amount, spare), debit: accounts.receiptsInAdvance, credit: accounts.repayable)
        return Posting(transfers)
    }
}
