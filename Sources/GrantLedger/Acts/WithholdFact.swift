/// Marks a fact of an award as not for publication, with the reason.
public struct WithholdFact: Act {
    /// Its kind.
    public static let kind = Kind.withholdFact
    /// The award.
    public var award: Code
    /// The fact, by its name in the register: recipient, purpose, ….
    public var field: Note
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(
        award: Code, field: Note, reason: Note
    ) {
        self.award = award
        self.field = field
        self.reason = reason
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        preconditionFailure("WithholdFact has no rule yet.")
    }
}
