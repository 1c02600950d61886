/// Plans the award's spend anew: the quarters change, the amounts by fund and year do not.
///
/// No money moves. Its lines must come to what is awarded in each fund and year, to the penny.
public struct ReprofileAward: Act {
    /// Its kind.
    public static let kind = Kind.reprofileAward
    /// The award.
    public var award: Code
    /// The new plan.
    public var profile: Profile
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(
        award: Code, profile: Profile, reason: Note
    ) {
        self.award = award
        self.profile = profile
        self.reason = reason
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        preconditionFailure("ReprofileAward has no rule yet.")
    }
}
