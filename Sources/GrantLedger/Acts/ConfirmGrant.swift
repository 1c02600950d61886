/// Confirms a grant that was indicative or provisional, perhaps at another amount.
///
/// Posts C the ceiling, then B Dr fundingApproved (confirmed) / Cr fundingApproved (as it was).
/// Confirmed lower, the difference comes out of what is unallocated; what is already in use needs
/// somebody to underwrite it and is then over-programmed: Dr overProgrammingAuthorised / Cr
/// fundingApproved (as it was).
///
/// Spend charged before earns now what the ceiling lets it.
public struct ConfirmGrant: Act {
    /// Its kind.
    public static let kind = Kind.confirmGrant
    /// The grant.
    public var grant: Code
    /// How much for each year; absent where it comes as expected.
    public var profile: Profile?
    /// The agreement's reference.
    public var agreement: Note
    /// Who bears what is already in use, where it is confirmed lower.
    public var underwrittenBy: Note?

    /// Creates the act.
    public init(grant: Code, profile: Profile? = nil, agreement: Note, underwrittenBy: Note? = nil)
    {
        self.grant = grant
        self.profile = profile
        self.agreement = agreement
        self.underwrittenBy = underwrittenBy
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        var row = try facts.known(Grant.self, grant)
        let confirmed = profile ?? row.profile
        try profile?.check(total: nil, of: "grant \(grant)")
        guard row.status != .confirmed else {
            throw .no(
                .grantConfirmed, "Grant \(grant) is confirmed already.",
                remedy: "Change its amount by a variation: almoner grant vary \(grant).",
                [.init("grant", grant)])
        }
        var transfers = row.ceilings(confirmed)
        for year in Set(row.profile.years + confirmed.years).sorted() {
            transfers += try moved(
                row, year, expected: row.profile.amount(in: year),
                confirmed: confirmed.amount(in: year), facts)
        }
        transfers += row.targets(confirmed)
        row.status = .confirmed
        row.profile = confirmed
        row.agreement = agreement
        if let underwrittenBy { row.underwrittenBy = underwrittenBy }
        let posting = Posting(transfers, puts: [try facts.put(row)])
        return try facts.catchingUp(row.fund, confirmed.years, after: posting, on: occasion.date)
    }

    private func moved(
        _ row: Grant, _ year: FinancialYear, expected: Money, confirmed: Money, _ facts: Facts
    ) throws(Stop) -> [Transfer] {
        let sure = Account.approved(row.fund, year, .confirmed)
        let unsure = Account.approved(row.fund, year, row.status.mark)
        let unallocated = Account(.unallocated, fund: row.fund, year: year)
        let less = max(expected - confirmed, .zero)
        let free = min(less, try facts.amount(unallocated))
        let short = less - free
        if short > .zero, underwrittenBy == nil {
            throw .no(
                .fundingInUse,
                "Grant \(grant) confirmed at \(confirmed) in \(year) is \(short) below what is already in use.",
                remedy:
                    "Take back from rounds and awards first, or name who bears it: --underwritten-by.",
                [.init("grant", grant), .init("year", year), .init("short", short)])
        }
        var transfers: [Transfer] = []
        transfers.move(min(confirmed, expected), debit: sure, credit: unsure)
        transfers.move(free, debit: unallocated, credit: unsure)
        transfers.move(short, debit: unallocated.under(.overProgrammingAuthorised), credit: unsure)
        transfers.move(max(confirmed - expected, .zero), debit: sure, credit: unallocated)
        return transfers
    }
}
