/// Moves match on: pledged, confirmed, evidenced.
///
/// Posts M Dr matchOffered / Cr matchPledged and so on; a later stage brings the earlier ones up to it; evidence then Dr matchRequired / Cr matchMet for the least of evidenced and required. A provider is never the grant's funder; a document used twice is flagged.
public struct StageMatch: Act {
    /// Its kind.
    public static let kind = Kind.stageMatch
    /// The award it is for; else the grant.
    public var award: Code?
    /// The grant it is for; else the award.
    public var grant: Code?
    /// Who provides it.
    public var from: Code
    /// In money or in kind.
    public var kind: MatchOffer.Kind
    /// For which year.
    public var year: FinancialYear
    /// How much reaches the stage.
    public var amount: Money
    /// The stage it reaches.
    public var stage: MatchStage

    /// Creates the act.
    public init(
        award: Code? = nil, grant: Code? = nil, from: Code, kind: MatchOffer.Kind,
        year: FinancialYear, amount: Money, stage: MatchStage
    ) {
        self.award = award
        self.grant = grant
        self.from = from
        self.kind = kind
        self.year = year
        self.amount = amount
        self.stage = stage
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        preconditionFailure("StageMatch has no rule yet.")
    }
}
