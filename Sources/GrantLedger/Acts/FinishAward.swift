/// Ends an award: what the recipient holds is clawed back, unpaid instalments are withdrawn, the rest lapses.
///
/// Posts, in one entry, for each line as raising the clawback, withdrawing the instalments and lapsing do. Refused while something is owed to the recipient or a return is undecided.
public struct FinishAward: Act {
    /// Its kind.
    public static let kind = Kind.finishAward
    /// The award.
    public var award: Code
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(
        award: Code, reason: Note
    ) {
        self.award = award
        self.reason = reason
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        preconditionFailure("FinishAward has no rule yet.")
    }
}
