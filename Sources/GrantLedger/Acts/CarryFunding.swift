/// Carries money no award holds into a later year, by consent.
///
/// Posts B Dr roundAvailable or unallocated / Cr carriedForward, Dr broughtForward / Cr
/// roundAvailable or unallocated of the later year, which the round then offers; the grants'
/// ceilings, receipts in advance and match to be found follow as for an award.
public struct CarryFunding: Act {
    /// Its kind.
    public static let kind = Kind.carryFunding
    /// The fund.
    public var fund: Code
    /// The round, where it is a round's.
    public var round: Code?
    /// Out of which year.
    public var from: FinancialYear
    /// Into which year.
    public var to: FinancialYear
    /// How much.
    public var amount: Money
    /// The consent, by its reference.
    public var consent: Note

    /// Creates the act.
    public init(
        fund: Code, round: Code? = nil, from: FinancialYear, to: FinancialYear, amount: Money,
        consent: Note
    ) {
        self.fund = fund
        self.round = round
        self.from = from
        self.to = to
        self.amount = amount
        self.consent = consent
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        try amount.checkPositive()
        let pool = try facts.pool(fund, round, from)
        try from.checkBefore(to)
        let left = Account(.carriedForward, fund: fund, round: round, year: from)
        let arrived = pool.with(\.year, to)
        var posting = Posting()
        posting.transfers.move(amount, debit: pool, credit: left)
        posting.transfers.move(
            amount, debit: arrived.under(.broughtForward), credit: arrived)
        if let round {
            var row = try facts.known(Round.self, round)
            if !row.years.contains(to) {
                row.years = (row.years + [to]).sorted()
                posting.puts = [try facts.put(row)]
            }
        }
        posting.add(try facts.grantsCarried(amount, fund: fund, from: from, to: to))
        return posting.ordered
    }
}
