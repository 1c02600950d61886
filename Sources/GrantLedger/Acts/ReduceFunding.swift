/// Takes back money approved for a fund that no grant feeds.
///
/// Posts B Dr unallocated / Cr fundingApproved. Refused while over-programming stands on the fund
/// in that year.
public struct ReduceFunding: Act {
    /// Its kind.
    public static let kind = Kind.reduceFunding
    /// The fund.
    public var fund: Code
    /// The year.
    public var year: FinancialYear
    /// How much.
    public var amount: Money
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(fund: Code, year: FinancialYear, amount: Money, reason: Note) {
        (self.fund, self.year, self.amount, self.reason) = (fund, year, amount, reason)
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let row = try facts.known(Fund.self, fund)
        try amount.checkPositive()
        try row.checkNoGrant()
        try facts.checkNoOverProgramming(fund, year)
        var transfers: [Transfer] = []
        transfers.move(
            amount, debit: Account(.unallocated, fund: fund, year: year),
            credit: .approved(fund, year, .confirmed))
        return Posting(transfers)
    }
}

extension Facts {
    /// Checks that nothing is awarded above the allocation on somebody's authority.
    func checkNoOverProgramming(_ fund: Code, _ year: FinancialYear) throws(Stop) {
        var standing = Money.zero
        for account in try accounts(Account(.overProgrammingAuthorised, fund: fund, year: year)) {
            standing += try amount(account)
        }
        guard standing > .zero else { return }
        throw .no(
            .overProgrammingStands,
            "\(standing) of over-programming stands on fund \(fund) in \(year).",
            remedy:
                "Withdraw it first: almoner fund over-programme \(fund) --year \(year) --withdraw.",
            [.init("fund", fund), .init("year", year), .init("overProgrammed", standing)])
    }
}
