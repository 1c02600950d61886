/// Finds accepted spend ineligible, before it is claimed.
///
/// Posts B Dr charged / Cr committed; A Dr awardCreditors as far as owed, the rest Dr
/// paymentsOnAccount / Cr awardExpenditure; M Dr returnsAccepted / Cr spendDisallowed; income the
/// opposite of earning it, newest grant first.
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
        let limit = Account(
            .charged, fund: fund, award: award, category: category, year: period.year
        )
        .with(\.period, period)
        var lines = try facts.lines(limit)
        try lines.check(amount, within: limit, on: occasion.date)

        let accountingYear = FinancialYear(containing: occasion.date)
        var control: [Transfer] = []
        var budget: [Transfer] = []
        var actual: [Transfer] = []
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
            actual.move(share - cleared, debit: owed.under(.paymentsOnAccount), credit: cost)
            let lost = try facts.unearned(share, fund, period.year, accountingYear)
            control += lost.control
            actual += lost.actual
        }
        let accepted = report.account(.returnsAccepted, category)
        var memorandum: [Transfer] = []
        memorandum.move(amount, accepted, debit: .returnsAccepted, credit: .spendDisallowed)
        report.disallowed =
            (report.disallowed + [CategoryAmount(fund: fund, category: category, amount: amount)])
            .merged
        report.reason = reason
        return Posting(control + budget + actual + memorandum, puts: [try facts.put(report)])
    }
}

extension Facts {
    /// C and A: income that spend no longer earns, newest grant first; what was claimed goes by a
    /// disallowed claim.
    func unearned(
        _ amount: Money, _ fund: Code, _ year: FinancialYear, _ accountingYear: FinancialYear
    ) throws(Stop) -> (control: [Transfer], actual: [Transfer]) {
        var control: [Transfer] = []
        var actual: [Transfer] = []
        var left = amount
        for code in try known(Fund.self, fund).grants.reversed() {
            let earned = GrantYear(code, year, accountingYear)
            let claimable = min(left, try self.amount(earned.accruedIncome))
            left -= claimable
            control.move(claimable, debit: earned.earnedClaimable, credit: earned.notYetEarned)
            actual.move(claimable, debit: earned.income, credit: earned.accruedIncome)
            guard try known(Grant.self, code).basis == .advance else { continue }
            let ahead = min(left, try self.amount(earned.received))
            left -= ahead
            control.move(ahead, debit: earned.received, credit: earned.notYetEarned)
            actual.move(ahead, debit: earned.income, credit: earned.receiptsInAdvance)
        }
        return (control, actual)
    }
}
