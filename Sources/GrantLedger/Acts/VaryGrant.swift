/// Raises or lowers what a grant pays in a year.
///
/// Up, it posts as agreed, and spend charged beyond the ceiling before earns now; down, the opposite, from what is unallocated and not yet earned. What is
/// already awarded must be over-programmed first, naming who underwrites it.
public struct VaryGrant: Act {
    /// Its kind.
    public static let kind = Kind.varyGrant
    /// The grant.
    public var grant: Code
    /// The year.
    public var year: FinancialYear
    /// How much more; below nil for less.
    public var amount: Money
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(grant: Code, year: FinancialYear, amount: Money, reason: Note) {
        (self.grant, self.year, self.amount, self.reason) = (grant, year, amount, reason)
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        var row = try facts.known(Grant.self, grant)
        let size = amount < .zero ? -amount : amount
        try size.checkPositive()
        let before = row.profile.amount(in: year)
        guard before + amount >= .zero else {
            throw .no(
                .grantInUse, "Grant \(grant) pays \(before) in \(year), less than \(size).",
                remedy: "Lower it by no more than it pays.",
                [
                    .init("grant", grant), .init("year", year), .init("left", before),
                    .init("asked", size),
                ])
        }
        let change = [ProfileLine(year: year, amount: size)]
        var transfers: [Transfer] = row.status == .confirmed ? row.ceilings(change) : []
        transfers.move(
            size, debit: .approved(row.fund, year, row.status.mark),
            credit: Account(.unallocated, fund: row.fund, year: year))
        if amount < .zero { transfers = transfers.map(\.reversed) }
        if row.status == .confirmed, let match = row.match {
            let required = match.required(for: before + amount) - match.required(for: before)
            transfers += try Requirement(grant: grant, year: year).changed(by: required, facts)
        }
        row.profile.append(ProfileLine(year: year, amount: amount))
        let posting = Posting(transfers, puts: [try facts.put(row)])
        guard amount > .zero, row.status == .confirmed else { return posting }
        return try facts.catchingUp(row.fund, [year], after: posting, on: occasion.date)
    }
}
