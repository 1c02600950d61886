/// Approves money for a fund that no grant feeds, by year.
///
/// Posts for each year B Dr fundingApproved / Cr unallocated. Refused on a fund fed by a grant,
/// whose money comes by its agreement.
public struct ApproveFunding: Act {
    /// Its kind.
    public static let kind = Kind.approveFunding
    /// The fund.
    public var fund: Code
    /// How much for each year.
    public var profile: Profile
    /// What the years must add up to.
    public var total: Money?

    /// Creates the act.
    public init(fund: Code, profile: Profile, total: Money? = nil) {
        (self.fund, self.profile, self.total) = (fund, profile, total)
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let row = try facts.known(Fund.self, fund)
        try profile.check(total: total, of: "fund \(fund)")
        try row.checkNoGrant()
        var transfers: [Transfer] = []
        for line in profile {
            transfers.move(
                line.amount, debit: .approved(fund, line.year, .confirmed),
                credit: Account(.unallocated, fund: fund, year: line.year))
        }
        return Posting(transfers)
    }
}

extension Account {
    /// Funding approved for a fund and a year, by how sure it is.
    static func approved(_ fund: Code, _ year: FinancialYear, _ mark: Mark) -> Account {
        Account(.fundingApproved, fund: fund, mark: mark, year: year)
    }
}

extension Fund {
    func checkNoGrant() throws(Stop) {
        guard let grant = grants.first else { return }
        throw .no(
            .fundHasGrant, "Fund \(code) is fed by grant \(grant).",
            remedy:
                "Vary the grant (almoner grant vary \(grant)), or keep the office's own money in a fund of its own.",
            [.init("fund", code), .init("grant", grant)])
    }
}
