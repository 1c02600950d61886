/// Takes match back from the stages it has reached, the least sure first.
///
/// Posts M the opposite of those stages; of evidence first Dr matchMet / Cr matchRequired as far as
/// what is left no longer covers it. More than there is is refused.
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
        award: Code? = nil, grant: Code? = nil, from: Code, kind: MatchOffer.Kind,
        year: FinancialYear, amount: Money, reason: Note? = nil
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
        let provided = try facts.match(award: award, grant: grant, from, kind, year)
        try amount.checkPositive()
        var left = amount
        var taken: [Head: Money] = [:]
        for stage in [Head.matchPledged, .matchConfirmed, .matchEvidenced] {
            let part = min(left, try facts.amount(provided.under(stage)))
            taken[stage] = part
            left -= part
        }
        guard left == .zero else {
            let limit = provided.under(.matchPledged)
            throw .refused(
                .floor(limit, available: amount - left, asked: amount, on: occasion.date))
        }
        let evidenced = taken[.matchEvidenced] ?? .zero
        let confirmed = evidenced + (taken[.matchConfirmed] ?? .zero)
        var transfers: [Transfer] = []
        if evidenced > .zero {
            transfers += try Requirement(award: award, grant: grant, year: year)
                .met(afterEvidence: -evidenced, facts)
        }
        transfers.move(
            evidenced, provided, debit: .matchEvidenced, credit: .matchConfirmed)
        transfers.move(
            confirmed, provided, debit: .matchConfirmed, credit: .matchPledged)
        transfers.move(amount, provided, debit: .matchPledged, credit: .matchOffered)
        return Posting(transfers)
    }
}
