/// Cost charged to an award's lines, gathered over the categories of one act.
struct Charge {
    private let facts: Facts
    private let accountingYear: FinancialYear
    /// `accrued` at the year end, which keeps the cost and the income apart.
    private let mark: Mark?
    /// B: committed to charged.
    private(set) var budget: [Transfer] = []
    /// A: expenditure out of payments on account, else owed.
    private(set) var actual: [Transfer] = []
    private var committed: [Account: Money] = [:]
    private var held: [Account: Money] = [:]
    private var charged: [ChargedLine] = []

    init(_ facts: Facts, _ accountingYear: FinancialYear, mark: Mark? = nil) {
        (self.facts, self.accountingYear, self.mark) = (facts, accountingYear, mark)
    }

    /// Charges an amount reported under a category, shared over the funds by what each still has
    /// committed.
    mutating func add(
        _ amount: Money, _ line: CategoryAmount, period: Period, of award: Award, on date: Day
    ) throws(Stop) {
        guard amount > .zero else { return }
        let limit = Account(
            .committed, fund: line.fund, award: award.code,
            category: award.hasCategories ? line.category : .general, year: period.year)
        var shares: [Share] = []
        for account in try facts.accounts(limit) {
            let left: Money
            if let known = committed[account] {
                left = known
            } else {
                left = try facts.amount(account)
            }
            shares.append(Share(account: account, amount: left))
        }
        try shares.check(amount, within: limit, on: date)
        for (account, share) in shares.take(amount) {
            budget.move(
                share, debit: account,
                credit: account.under(.charged).with(\.category, line.category).with(
                    \.period, period
                ).with(\.mark, mark))
            let source = ClaimLine.Source(
                award: award.code, period: period, category: line.category)
            try spend(share, account, source, of: award)
        }
        for share in shares { committed[share.account] = share.amount }
    }

    private mutating func spend(
        _ amount: Money, _ account: Account, _ source: ClaimLine.Source, of award: Award
    ) throws(Stop) {
        guard let fund = account.fund, let year = account.year else { return }
        let line = Account(.paymentsOnAccount, fund: fund, award: account.award, year: year)
        let cost = line.under(.awardExpenditure).with(\.accountingYear, accountingYear)
        let onAccount: Money
        if let known = held[line] {
            onAccount = known
        } else {
            onAccount = try facts.held(line, of: award)
        }
        let covered = min(amount, onAccount)
        actual.move(covered, debit: cost, credit: award.holding(line, accountingYear))
        let owed: Head = mark == .accrued ? .accruedExpenditure : .awardCreditors
        actual.move(amount - covered, debit: cost, credit: line.under(owed))
        held[line] = onAccount - covered
        let part = ChargedLine(fund: fund, year: year, source: source, amount: amount)
        charged.append(part)
    }

    /// C and A: what the grants that feed the charged funds earn by it, and what each line earned.
    ///
    /// What a claim drew of the line before it was accepted is not earned again.
    func income(on date: Day) throws(Stop) -> Income {
        guard mark == nil else {
            return try facts.income(of: charged, accountingYear, on: date, mark: mark)
        }
        var lines: [ChargedLine] = []
        for var line in charged {
            let fund = try facts.known(Fund.self, line.fund)
            line.amount -= min(line.amount, try facts.earned(by: line.source, of: fund))
            lines.append(line)
        }
        return try facts.income(of: lines, accountingYear, on: date)
    }
}
