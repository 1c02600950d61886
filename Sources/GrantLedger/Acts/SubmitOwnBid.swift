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
        try facts.unused(OwnBid.self, code)
        _ = try facts.known(Organisation.self, funder)
        for line in profile {
            try facts.check(Fund.self, line.fund)
            try facts.checkCategory(line.category)
        }
        try profile.check(total: total, of: "own bid \(code)")
        return Posting(puts: [
            try facts.put(
                OwnBid(
                    code: code, funder: funder, title: title, profile: profile,
                    submitted: occasion.date, status: .submitted))
        ])
    }
}
