/// Agrees that a funder pays the office, by year.
///
/// Confirmed, it posts for each year C Dr claimCeiling / Cr notYetEarned, B Dr fundingApproved / Cr
/// unallocated, and where match is required M Dr matchTarget / Cr matchRequired. Indicative or
/// provisional, it posts B alone, kept apart by how sure it is: nothing can be claimed of it yet.
public struct AgreeGrant: Act {
    /// Its kind.
    public static let kind = Kind.agreeGrant
    /// Its code.
    public var code: Code
    /// Who pays.
    public var funder: Code
    /// The fund it feeds.
    public var fund: Code
    /// Its title.
    public var title: Title
    /// Whether it is paid in arrears or ahead.
    public var basis: Grant.Basis
    /// How much for each year.
    public var profile: Profile
    /// What the years must add up to.
    public var total: Money?
    /// How sure it is.
    public var status: Standing
    /// Who bears it if it does not come.
    public var underwrittenBy: Note?
    /// The agreement's reference.
    public var agreement: Note?
    /// When it ends.
    public var ends: Day?
    /// What must be found besides.
    public var match: MatchRule?
    /// The least shares that categories must have.
    public var minimums: [Minimum]?
    /// Whether its money comes without condition.
    public var isUnconditional: Bool?
    /// The partners whose shares come beside the office's own.
    public var partners: [PartnerShare]?

    /// Creates the act.
    public init(
        code: Code, funder: Code, fund: Code, title: Title, basis: Grant.Basis, profile: Profile,
        total: Money? = nil, status: Standing = .confirmed, underwrittenBy: Note? = nil,
        agreement: Note? = nil, ends: Day? = nil, match: MatchRule? = nil,
        minimums: [Minimum]? = nil, isUnconditional: Bool? = nil, partners: [PartnerShare]? = nil
    ) {
        self.code = code
        self.funder = funder
        self.fund = fund
        self.title = title
        self.basis = basis
        self.profile = profile
        self.total = total
        self.status = status
        self.underwrittenBy = underwrittenBy
        self.agreement = agreement
        self.ends = ends
        self.match = match
        self.minimums = minimums
        self.isUnconditional = isUnconditional
        self.partners = partners
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        try facts.unused(Grant.self, code)
        _ = try facts.known(Organisation.self, funder)
        var pot = try facts.known(Fund.self, fund)
        for line in profile { try facts.checkCategory(line.category) }
        for minimum in minimums ?? [] { try facts.checkCategory(minimum.category) }
        for partner in partners ?? [] {
            _ = try facts.known(Organisation.self, partner.organisation)
            try partner.amount.checkPositive()
        }
        try profile.check(total: total, of: "grant \(code)")
        if partners == nil, try !facts.policies(on: occasion.date).isPrincipal {
            throw .no(
                .noPartner,
                "Grant \(code) does not say whose its money is, and the office is an agent.",
                remedy: "Name each partner's share beside the office's own: --agent ORG=AMOUNT; or "
                    + "say that it is the office's alone: --principal.", [.init("grant", code)])
        }
        guard pot.source != .ownBudget, pot.source != .proceedsOfCrime else {
            throw .no(
                .fundNotForGrants,
                "Fund \(fund) holds \(pot.source.rawValue) money; a fund has one source.",
                remedy: "Open a fund for the grant: almoner fund open.", [.init("fund", fund)])
        }
        let grant = Grant(
            code: code, funder: funder, fund: fund, title: title, basis: basis, status: status,
            underwrittenBy: underwrittenBy, agreement: agreement, ends: ends, match: match,
            profile: profile, minimums: minimums, isUnconditional: isUnconditional,
            partners: partners)
        pot.grants.append(code)
        var transfers = status == .confirmed ? grant.ceilings(profile) : []
        for line in profile {
            transfers.move(
                line.amount, debit: .approved(fund, line.year, status.mark),
                credit: Account(.unallocated, fund: fund, year: line.year))
        }
        if status == .confirmed { transfers += grant.targets(profile) }
        let posting = Posting(transfers, puts: [try facts.put(grant), try facts.put(pot)])
        guard status == .confirmed else { return posting }
        return try facts.catchingUp(fund, profile.years, after: posting, on: occasion.date)
    }
}

extension Grant {
    /// C: what may be earned and claimed of it, by year.
    func ceilings(_ profile: Profile) -> [Transfer] {
        var transfers: [Transfer] = []
        for year in profile.years {
            let ceiling = Account(.claimCeiling, grant: code, year: year)
            transfers.move(
                profile.amount(in: year), ceiling, debit: .claimCeiling, credit: .notYetEarned)
        }
        return transfers
    }

    /// M: what must be found besides, by year.
    func targets(_ profile: Profile) -> [Transfer] {
        guard let match else { return [] }
        var transfers: [Transfer] = []
        for year in profile.years {
            let target = Account(.matchTarget, grant: code, year: year)
            let required = match.required(for: profile.amount(in: year))
            transfers.move(required, target, debit: .matchTarget, credit: .matchRequired)
        }
        return transfers
    }
}
