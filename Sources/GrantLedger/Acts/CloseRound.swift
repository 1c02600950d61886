/// Ends a round: all it has not awarded goes back into the fund.
///
/// Posts for each year B Dr roundAvailable / Cr unallocated. A closed round may be swept again when
/// an award of it lapses.
public struct CloseRound: Act {
    /// Its kind.
    public static let kind = Kind.closeRound
    /// The round.
    public var round: Code

    /// Creates the act.
    public init(round: Code) { self.round = round }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        var row = try facts.known(Round.self, round)
        var posting = Posting()
        for pool in try facts.accounts(Account(.roundAvailable, fund: row.fund, round: round)) {
            posting.transfers.move(
                try facts.amount(pool), debit: pool,
                credit: pool.under(.unallocated).with(\.round, nil))
        }
        guard row.status == .open || !posting.transfers.isEmpty else {
            throw .no(
                .roundClosed, "Round \(round) is closed and has nothing left.",
                remedy: "Nothing is left to do.",
                [.init("round", round)])
        }
        if row.status == .open {
            row.status = .closed
            posting.puts = [try facts.put(row)]
        }
        return posting
    }
}
