/// Records a bid of the office itself to a funder: a fact, no money.
public struct SubmitOwnBid: Act {
    /// Its kind.
    public static let kind = Kind.submitOwnBid
    /// Its code.
    public var code: Code
    /// Who is asked.
    public var funder: Code
    /// Its title.
    public var title: Title
    /// What is asked, by year.
    public var profile: Profile
    /// What the years must add up to.
    public var total: Money?

    /// Creates the act.
    public init(
        code: Code, funder: Code, title: Title, profile: Profile, total: Money? = nil
    ) {
        self.code = code
        self.funder = funder
        self.title = title
        self.profile = profile
        self.total = total
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        preconditionFailure("SubmitOwnBid has no rule yet.")
    }
}
