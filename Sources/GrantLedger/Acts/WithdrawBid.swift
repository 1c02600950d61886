/// Records that the applicant took its bid back.
///
/// Posts C Dr capHeadroom / Cr capSet, all of it; M Dr bidsUnderAssessment / Cr bidsWithdrawn, and
/// takes back the match it stated.
public struct WithdrawBid: Act {
    /// Its kind.
    public static let kind = Kind.withdrawBid
    /// The bid.
    public var bid: Code
    /// Why.
    public var reason: Note?

    /// Creates the act.
    public init(bid: Code, reason: Note? = nil) { (self.bid, self.reason) = (bid, reason) }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        var row = try facts.known(Bid.self, bid)
        try row.checkOpen()
        let transfers = try facts.settling(row, as: .bidsWithdrawn)
        row.status = .withdrawn
        row.reason = reason ?? row.reason
        return Posting(transfers, puts: [try facts.put(row)])
    }
}
