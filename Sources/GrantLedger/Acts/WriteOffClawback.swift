/// Gives up a clawback: a cost of the year, charged to the line it came from.
///
/// Posts B Dr committed / Cr charged (writtenOff); what has lapsed already is charged from where it
/// went, under `GENERAL`: C Dr capHeadroom / Cr capUsed again, B Dr roundAvailable or unallocated /
/// Cr charged. A Dr awardExpenditure / Cr clawbackDebtors. A grant earns nothing by it.
public struct WriteOffClawback: Act {
    /// Its kind.
    public static let kind = Kind.writeOffClawback
    /// The award.
    public var award: Code
    /// The fund; every one, by what is asked back of each, where absent.
    public var fund: Code?
    /// The year.
    public var year: FinancialYear
    /// How much.
    public var amount: Money
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(
        award: Code, fund: Code? = nil, year: FinancialYear, amount: Money, reason: Note
    ) {
        self.award = award
        self.fund = fund
        self.year = year
        self.amount = amount
        self.reason = reason
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let row = try facts.known(Award.self, award)
        try facts.check(Fund.self, fund)
        try amount.checkPositive()
        let debtors = Account(.clawbackDebtors, fund: fund, award: award, year: year)
        var lines = try facts.lines(debtors)
        try lines.check(amount, within: debtors, on: occasion.date)
        let accountingYear = FinancialYear(containing: occasion.date)
        var posting = Posting()
        for (line, share) in lines.take(amount) {
            guard let fund = line.fund else { continue }
            posting.add(try charged(share, try facts.line(of: row, fund, year), of: row, facts))
            let cost = line.under(.awardExpenditure).with(\.accountingYear, accountingYear)
            posting.transfers.move(share, debit: cost, credit: line)
        }
        return posting.ordered
    }

    /// B: charged out of what is committed and neither held nor to be paid; what has lapsed already
    /// out of where it went, with the cap used again.
    private func charged(
        _ amount: Money, _ line: FundYear, of row: Award, _ facts: Facts
    ) throws(Stop) -> Posting {
        var committed = try facts.lines(line.payable.under(.committed))
        let free = min(try facts.clawedBack(line, of: row), committed.map(\.amount).total)
        let kept = min(amount, free)
        let lapsed = amount - kept
        var posting = Posting(lapsed > .zero ? line.project?.using(lapsed, in: year) ?? [] : [])
        for (account, share) in committed.take(kept) {
            posting.transfers.move(
                share, debit: account, credit: account.under(.charged).with(\.mark, .writtenOff))
        }
        posting.transfers.move(
            lapsed, debit: line.home,
            credit: line.reserved.under(.charged).with(\.category, .general)
                .with(\.mark, .writtenOff))
        return posting
    }
}
