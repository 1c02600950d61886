/// Records how a bid of the office itself came out.
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
        preconditionFailure("SettleOwnBid has no rule yet.")
    }
}
