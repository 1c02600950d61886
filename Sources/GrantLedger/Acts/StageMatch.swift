/// Moves match on: pledged, confirmed, evidenced.
///
/// Posts M Dr matchOffered / Cr matchPledged and so on; a later stage brings the earlier ones up to
/// it. Evidence then meets what is required, Dr matchRequired / Cr matchMet, for the least of
/// evidenced and required. A provider is never the grant's funder; a document that was evidence
/// before is flagged.
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
        let provided = try facts.match(award: award, grant: grant, from, kind, year)
        try amount.checkPositive()
        try facts.checkNoFunder(from, award: award, grant: grant)
        let (pledged, confirmed) = (
            try facts.amount(provided.under(.matchPledged)),
            try facts.amount(provided.under(.matchConfirmed))
        )
        let toConfirm =
            switch stage {
            case .pledged: Money.zero
            case .confirmed: amount
            case .evidenced: max(amount - confirmed, .zero)
            }
        let toPledge = stage == .pledged ? amount : max(toConfirm - pledged, .zero)
        var posting = Posting()
        posting.transfers.move(
            toPledge, provided, debit: .matchOffered, credit: .matchPledged)
        posting.transfers.move(
            toConfirm, provided, debit: .matchPledged, credit: .matchConfirmed)
        guard stage == .evidenced else { return posting }
        posting.transfers.move(
            amount, provided, debit: .matchConfirmed, credit: .matchEvidenced)
        posting.transfers += try Requirement(award: award, grant: grant, year: year)
            .met(afterEvidence: amount, facts)
        try note(occasion.documents, facts, &posting)
        return posting
    }

    /// Remembers the papers, and flags one that was evidence before.
    private func note(
        _ papers: [Document], _ facts: Facts, _ posting: inout Posting
    ) throws(Stop) {
        guard let of = award ?? grant else { return }
        for paper in Set(papers.map { $0.sha256 ?? $0.name }).sorted() {
            if try facts.look(Evidence.self, paper) != nil {
                posting.flags = [.documentUsedTwice]
            } else {
                let evidence = Evidence(
                    paper: paper, of: of, from: from, year: year, entry: facts.nextNumber)
                posting.puts.append(try facts.put(evidence))
            }
        }
    }
}

extension Facts {
    /// The account of match that is put to an award or a grant, under matchOffered.
    func match(
        award: Code?, grant: Code?, _ from: Code, _ kind: MatchOffer.Kind, _ year: FinancialYear
    ) throws(Stop) -> Account {
        try check(Award.self, award)
        try check(Grant.self, grant)
        _ = try known(Organisation.self, from)
        guard (award == nil) != (grant == nil) else {
            throw .no(
                .matchUnnamed, "Match is put to one award or to one grant.",
                remedy: "Name the one it is for: --award or --grant.")
        }
        return Account(.matchOffered, award: award, grant: grant, mark: kind.mark, year: year)
            .with(\.organisation, from)
    }

    /// Checks that nobody matches a grant of their own.
    fileprivate func checkNoFunder(
        _ from: Code, award: Code?, grant: Code?
    ) throws(Stop) {
        var grants = grant.map { [$0] } ?? []
        if let award {
            let row = try known(Award.self, award)
            var funds = Set(row.profile.map { $0.fund ?? row.fund })
            for head in [Head.reserved, .committed, .charged] {
                funds.formUnion(try accounts(Account(head, award: award)).compactMap(\.fund))
            }
            for fund in funds.sorted() { grants += try known(Fund.self, fund).grants }
        }
        for code in grants {
            guard try known(Grant.self, code).funder == from else { continue }
            throw .no(
                .matchFromFunder, "\(from) funds grant \(code), so its money is no match for it.",
                remedy: "Name match from somebody else.",
                [.init("from", from), .init("grant", code)])
        }
    }
}
