/// Finds accepted spend ineligible.
///
/// Posts B Dr charged / Cr committed; A Dr awardCreditors as far as owed, the rest Dr
/// paymentsOnAccount / Cr awardExpenditure; M Dr returnsAccepted / Cr spendDisallowed; income the
/// opposite of earning it, newest grant first.
///
/// Of a line of a grant in arrears, what never earned anything goes first; income is taken back only
/// for what the line has earned beyond what stays charged. What stands in a claim is not found
/// ineligible: the claim is disallowed first, which moves the cost to a fund of the office's own.
/// There it earns nothing, and can be found ineligible by naming that fund. Where no fund is named
/// the amount is shared over the funds by what of each no claim holds.
public struct DisallowSpend: Act {
    /// Its kind.
    public static let kind = Kind.disallowSpend
    /// The award.
    public var award: Code
    /// What the return covered.
    public var period: Period
    /// The fund; every one that was charged where absent.
    public var fund: Code?
    /// The category.
    public var category: Code
    /// How much.
    public var amount: Money
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(
        award: Code, period: Period, fund: Code? = nil, category: Code, amount: Money, reason: Note
    ) {
        self.award = award
        self.period = period
        self.fund = fund
        self.category = category
        self.amount = amount
        self.reason = reason
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let row = try facts.known(Award.self, award)
        var report = try facts.monitoringReturn(award, period)
        try facts.checkCategory(category)
        try amount.checkPositive()
        guard report.status == .accepted else { throw .refused(.notOpen(report)) }
        let source = ClaimLine.Source(award: award, period: period, category: category)
        var lines = try free(source, facts, on: occasion.date)

        let accountingYear = FinancialYear(containing: occasion.date)
        var control: [Transfer] = []
        var budget: [Transfer] = []
        var actual: [Transfer] = []
        var earnings: [Put] = []
        for (charged, share) in lines.take(amount) {
            guard let fund = charged.fund else { continue }
            budget.move(
                share, debit: charged,
                credit: charged.under(.committed).with(\.period, nil)
                    .with(\.category, row.hasCategories ? category : .general))
            let owed = Account(.awardCreditors, fund: fund, award: award, year: period.year)
            let cost = owed.under(.awardExpenditure).with(\.accountingYear, accountingYear)
            let cleared = min(share, try facts.amount(owed))
            actual.move(cleared, debit: owed, credit: cost)
            actual.move(
                share - cleared, debit: row.holding(owed, accountingYear), credit: cost)
            let line = ChargedLine(
                fund: fund, year: period.year, source: source, amount: try facts.amount(charged))
            let lost = try facts.unearned(share, of: line, accountingYear)
            control += lost.control
            actual += lost.actual
            earnings += lost.puts
        }
        let accepted = report.account(.returnsAccepted, category)
        var memorandum: [Transfer] = []
        memorandum.move(amount, accepted, debit: .returnsAccepted, credit: .spendDisallowed)
        report.disallowed =
            (report.disallowed + [CategoryAmount(fund: fund, category: category, amount: amount)])
            .merged
        report.reason = reason
        return Posting(
            control + budget + actual + memorandum, puts: [try facts.put(report)] + earnings)
    }
}

extension DisallowSpend {
    /// What is charged and stands in no claim, fund by fund; enough of it for the amount.
    private func free(
        _ source: ClaimLine.Source, _ facts: Facts, on date: Day
    ) throws(Stop) -> [Share] {
        let limit = Account(
            .charged, fund: fund, award: award, category: category, year: period.year
        )
        .with(\.period, period)
        let charged = try facts.lines(limit).filter { $0.account.mark == nil }
        var lines = charged
        var first: (claim: Claim, line: ClaimLine)?
        for (index, line) in charged.enumerated() {
            guard let fund = line.account.fund else { continue }
            for found in try facts.claims(on: source, of: try facts.known(Fund.self, fund)) {
                lines[index].amount -= min(found.line.standing, lines[index].amount)
                first = first ?? found
            }
        }
        let left = lines.map(\.amount).total
        if let first, amount > left {
            throw .no(
                .spendClaimed,
                "\(charged.map(\.amount).total) of \(source) is charged, and all but \(left) of it "
                    + "stands in a claim: line \(first.line.number) of \(first.claim.code).",
                remedy:
                    "Disallow that line first, which moves the cost to a fund of your own: almoner "
                    + "claim disallow \(first.claim.code) --line \(first.line.number). Then name "
                    + "that fund here: --fund.",
                [
                    .init("claim", first.claim.code), .init("line", first.line.number),
                    .init("left", left), .init("asked", amount),
                ])
        }
        try charged.check(amount, within: limit, on: date)
        return lines
    }
}
