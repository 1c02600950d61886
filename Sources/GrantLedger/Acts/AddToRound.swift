/// Sets more of a fund's money aside for an open round.
///
/// Posts B Dr unallocated / Cr roundAvailable.
public struct AddToRound: Act {
    /// Its kind.
    public static let kind = Kind.addToRound
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
        var row = try facts.known(Round.self, round)
        try amount.checkPositive()
        guard row.status == .open else {
            throw .no(
                .roundClosed, "Round \(round) is closed.",
                remedy: "Open another round for further money.",
                [.init("round", round)])
        }
        let pool = Account(.unallocated, fund: row.fund, year: year)
        var posting = Posting()
        posting.transfers.move(
            amount, debit: pool, credit: pool.under(.roundAvailable).with(\.round, round))
        if !row.years.contains(year) {
            row.years = (row.years + [year]).sorted()
            posting.puts = [try facts.put(row)]
        }
        return posting
    }
}
