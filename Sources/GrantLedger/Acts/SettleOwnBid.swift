/// Records how a bid of the office itself came out: won, where a grant of the funder asked is
/// named, else lost.
///
/// Posts nothing: the grant's own agreement brings the money.
public struct SettleOwnBid: Act {
    /// Its kind.
    public static let kind = Kind.settleOwnBid
    /// The own bid.
    public var bid: Code
    /// The grant it won; absent where it was lost.
    public var grant: Code?
    /// Why it was lost.
    public var reason: Note?

    /// Creates the act.
    public init(
        bid: Code, grant: Code? = nil, reason: Note? = nil
    ) {
        self.bid = bid
        self.grant = grant
        self.reason = reason
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        var row = try facts.known(OwnBid.self, bid)
        var won: Grant?
        if let grant { won = try facts.known(Grant.self, grant) }
        guard row.status == .submitted else {
            throw .no(
                .ownBidSettled, "The own bid \(bid) was \(row.status.rawValue) already.",
                remedy: "Reverse the entry that settled it, if it was wrong.",
                [.init("bid", bid), .init("status", row.status.rawValue)])
        }
        if let won, won.funder != row.funder {
            throw .no(
                .ownBidElsewhere,
                "Grant \(won.code) comes from \(won.funder), but \(bid) asked \(row.funder).",
                remedy: "Name the grant that \(row.funder) gave.",
                [.init("bid", bid), .init("grant", won.code), .init("funder", row.funder)])
        }
        row.status = won == nil ? .lost : .won
        row.grant = grant
        row.reason = reason
        return Posting(puts: [try facts.put(row)])
    }
}
