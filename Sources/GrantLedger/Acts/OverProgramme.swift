/// Authorises awarding above the allocation, underwritten by a reserve.
///
/// Posts B Dr overProgrammingAuthorised / Cr roundAvailable, or unallocated where no round is
/// named. Every report shows it apart; it must be withdrawn or called on before money is
/// surrendered or the year is closed.
public struct OverProgramme: Act {
    /// Its kind.
    public static let kind = Kind.overProgramme
    /// The fund.
    public var fund: Code
    /// The round, where it is for one.
    public var round: Code?
    /// The year.
    public var year: FinancialYear
    /// How much.
    public var amount: Money
    /// Who authorised it.
    public var authorisedBy: Note
    /// Why.
    public var reason: Note
    /// Which reserve or body bears it if it is spent.
    public var underwrittenBy: Note

    /// Creates the act.
    public init(
        fund: Code, round: Code? = nil, year: FinancialYear, amount: Money, authorisedBy: Note,
        reason: Note,
        underwrittenBy: Note
    ) {
        self.fund = fund
        self.round = round
        self.year = year
        self.amount = amount
        self.authorisedBy = authorisedBy
        self.reason = reason
        self.underwrittenBy = underwrittenBy
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        try amount.checkPositive()
        let pool = try facts.pool(fund, round, year)
        var transfers: [Transfer] = []
        transfers.move(amount, debit: pool.under(.overProgrammingAuthorised), credit: pool)
        return Posting(transfers)
    }
}

extension Facts {
    /// The account money is awarded from: what a round has available, or what a fund has not
    /// allocated.
    func pool(_ fund: Code, _ round: Code?, _ year: FinancialYear) throws(Stop) -> Account {
        _ = try known(Fund.self, fund)
        guard let round else { return Account(.unallocated, fund: fund, year: year) }
        let row = try known(Round.self, round)
        guard row.fund == fund else {
            throw .no(
                .unknownCode, "Round \(round) opens fund \(row.fund), not \(fund).",
                remedy: "Name the fund of the round.",
                [.init("round", round), .init("fund", row.fund)])
        }
        return Account(.roundAvailable, fund: fund, round: round, year: year)
    }
}
