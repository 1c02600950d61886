/// Raises or lowers an award by a signed change.
///
/// Up, it posts C Dr capHeadroom / Cr capUsed and Dr awardPayable / Cr paymentScheduled[0]; B Dr
/// roundAvailable (or unallocated) / Cr committed. Down, the opposite, refused beyond what is
/// neither paid nor scheduled. Unsigned, what is reserved changes and nothing is payable yet.
///
/// Where the round asks for match, M Dr matchTarget / Cr matchRequired by the difference; down, the
/// opposite for as much as is still to be found.
public struct VaryAward: Act {
    /// Its kind.
    public static let kind = Kind.varyAward
    /// The award.
    public var award: Code
    /// The fund that bears it; the award's own where absent.
    public var fund: Code?
    /// The year.
    public var year: FinancialYear
    /// The category, where the award has several.
    public var category: Code?
    /// How much more; below nil for less.
    public var amount: Money
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(
        award: Code, fund: Code? = nil, year: FinancialYear, category: Code? = nil, amount: Money,
        reason: Note
    ) {
        self.award = award
        self.fund = fund
        self.year = year
        self.category = category
        self.amount = amount
        self.reason = reason
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let row = try facts.known(Award.self, award)
        try facts.checkCategory(category)
        let size = amount < .zero ? -amount : amount
        try size.checkPositive()
        try row.checkNotEnded()
        let line = try facts.line(of: row, fund ?? row.fund, year)
        var transfers: [Transfer] = []
        if let project = line.project {
            if amount > .zero, project.round.years.contains(year) {
                transfers = try project.setting([year], facts)
            }
            transfers += project.using(amount, in: year)
        }
        var further: [Transfer] = []
        var held = line.reserved
        if row.status == .signed {
            held = try facts.committed(row, line, category)
            further.move(
                size, debit: line.payable,
                credit: line.payable.under(.paymentScheduled).with(\.instalment, 0))
        }
        further.move(size, debit: line.home, credit: held)
        transfers += amount > .zero ? further : further.map(\.reversed)
        transfers += try facts.matchChanged(of: row, line, by: amount, in: year)
        return Posting(transfers)
    }
}

/// The accounts of an award's fund and year.
struct FundYear {
    /// Where its money comes from and lapses to.
    let home: Account
    /// What is awarded and unsigned.
    let reserved: Account
    /// What is payable in all.
    let payable: Account
    /// What its cap counts, where it is the round's money.
    let project: Project?
}

extension Facts {
    /// The accounts of an award's fund and year.
    func line(of award: Award, _ fund: Code, _ year: FinancialYear) throws(Stop) -> FundYear {
        let project = try project(of: award)
        let round = award.round(of: fund, project)
        let home = try pool(fund, round, year)
        return FundYear(
            home: home, reserved: home.under(.reserved).with(\.award, award.code),
            payable: Account(.awardPayable, fund: fund, award: award.code, year: year),
            project: round == nil ? nil : project)
    }

    /// The committed account of a line under a category; without one, the only one it can be.
    func committed(_ award: Award, _ line: FundYear, _ category: Code?) throws(Stop) -> Account {
        let committed = line.reserved.under(.committed)
        guard award.hasCategories else { return committed.with(\.category, .general) }
        if let category { return committed.with(\.category, category) }
        let planned = Set(award.profile.filter { $0.year == committed.year }.compactMap(\.category))
            .sorted()
        guard planned.count == 1 else {
            let names = planned.map(\.description).joined(separator: ", ")
            throw .no(
                .categoryNeeded, "Award \(award.code) is committed by category: \(names).",
                remedy: "Say which one changes: --category.", [.init("award", award.code)])
        }
        return committed.with(\.category, planned[0])
    }
}
