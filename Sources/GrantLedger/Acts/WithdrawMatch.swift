/// Takes match back from the stage it has reached, the least sure first.
///
/// Posts M the opposite of the stages it had reached; of evidence also Dr matchMet / Cr matchRequired as far as what is left no longer covers it.
public struct WithdrawMatch: Act {
    /// Its kind.
    public static let kind = Kind.withdrawMatch
    /// The award it was for; else the grant.
    public var award: Code?
    /// The grant it was for; else the award.
    public var grant: Code?
    /// Who was to provide it.
    public var from: Code
    /// In money or in kind.
    public var kind: MatchOffer.Kind
    /// For which year.
    public var year: FinancialYear
    /// How much.
    public var amount: Money
    /// Why.
    public var reason: Note?

    /// Creates the act.
    public init(
        award: Code? = nil, grant: Code? = nil, from: Code, kind: MatchOffer.Kind, year: FinancialYear, amount: Money, reason: Note? = nil
    ) {
        self.award = award
        self.grant = grant
        self.from = from
        self.kind = kind
        self.year = year
        self.amount = amount
        self.reason = reason
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        preconditionFailure("WithdrawMatch has no rule yet.")
    }
}
