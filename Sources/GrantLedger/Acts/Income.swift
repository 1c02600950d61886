/// Cost that is charged to a fund for one reason: what earns income.
struct ChargedLine {
    let fund: Code
    let year: FinancialYear
    let source: ClaimLine.Source
    var amount: Money
}

/// Income an act earns or takes back: what it posts, and what its lines have earned then.
struct Income {
    /// C: the grants' ceilings.
    var control: [Transfer] = []
    /// A: income.
    var actual: [Transfer] = []
    /// What each line has earned of each grant that is claimed.
    var puts: [Put] = []
}

extension Grant {
    /// Whether its money is asked for once it is spent; else it is received ahead.
    var isClaimed: Bool { basis == .arrears && isUnconditional != true }
}

extension Facts {
    /// C and A: the income that cost earns: what partners paid in for a fund of their own as far as
    /// held, else the least of the cost and what the fund's grants have not yet earned, oldest
    /// grant first.
    ///
    /// What a grant that is claimed earns line by line is remembered, so that a claim is whole
    /// lines. A mark keeps what is not yet sure apart: only a final claim draws it, by policy.
    func income(
        of lines: [ChargedLine], _ accountingYear: FinancialYear, on date: Day, mark: Mark? = nil
    ) throws(Stop) -> Income {
        var earner = Earner(self, accountingYear, mark)
        for line in lines { try earner.add(line, on: date) }
        return try earner.income
    }
}

extension Earning {
    /// Adds what is earned, apart where an accrual earns it.
    fileprivate mutating func add(_ more: Money, _ mark: Mark?) {
        if mark == .accrued {
            accrued = (accrued ?? .zero) + more
        } else {
            amount += more
        }
    }
}

/// Shares income over grants, line after line.
private struct Earner {
    private let facts: Facts
    private let accountingYear: FinancialYear
    private let mark: Mark?
    /// What accounts have left, where they were drawn on.
    private var left: [Account: Money] = [:]
    private var years: [GrantYear] = []
    private var ahead: [Account: Money] = [:]
    private var claimable: [Account: Money] = [:]
    private var contributed: [Account: Money] = [:]
    private var earnings: [Earning] = []

    init(_ facts: Facts, _ accountingYear: FinancialYear, _ mark: Mark?) {
        (self.facts, self.accountingYear, self.mark) = (facts, accountingYear, mark)
    }

    /// What a line earns.
    mutating func add(_ line: ChargedLine, on date: Day) throws(Stop) {
        let fund = try facts.known(Fund.self, line.fund)
        var rest = line.amount
        if fund.source == .partner {
            let held = Account(.receiptsInAdvance, fund: fund.code, year: line.year)
            let drawn = try draw(rest, from: held)
            contributed[held, default: .zero] += drawn
            rest -= drawn
        }
        for grant in fund.grants where rest > .zero {
            let year = GrantYear(grant, line.year, accountingYear)
            let earned = try draw(rest, from: year.notYetEarned)
            rest -= earned
            guard earned > .zero else { continue }
            if !years.contains(where: { $0.notYetEarned == year.notYetEarned }) {
                years.append(year)
            }
            let held = try draw(earned, from: year.receiptsInAdvance)
            ahead[year.notYetEarned, default: .zero] += held
            claimable[year.notYetEarned, default: .zero] += earned - held
            try remember(earned - held, line, grant, on: date)
        }
    }

    private mutating func draw(_ asked: Money, from account: Account) throws(Stop) -> Money {
        let held: Money
        if let known = left[account] { held = known } else { held = try facts.amount(account) }
        let drawn = min(asked, max(held, .zero))
        left[account] = held - drawn
        return drawn
    }

    private mutating func remember(
        _ amount: Money, _ line: ChargedLine, _ code: Code, on date: Day
    ) throws(Stop) {
        guard amount > .zero, let grant = try facts.look(Grant.self, code.description),
            grant.isClaimed
        else { return }
        let key = Earning.key(code, line.source)
        if let index = earnings.firstIndex(where: { $0.key == key }) {
            earnings[index].add(amount, mark)
            return
        }
        var earning =
            try facts.find(Earning.self, key)
            ?? Earning(
                grant: code, year: line.year, source: line.source, amount: .zero, accepted: date)
        earning.accepted = max(earning.accepted, date)
        earning.add(amount, mark)
        earnings.append(earning)
    }

    /// All that the lines earn, one transfer for each grant and year.
    var income: Income {
        get throws(Stop) {
            var income = Income()
            for (held, drawn) in contributed.sorted(by: { "\($0.key)" < "\($1.key)" }) {
                let contributions = held.under(.partnerContributions)
                    .with(\.accountingYear, accountingYear)
                income.actual.move(drawn, debit: held, credit: contributions)
            }
            for year in years {
                let held = ahead[year.notYetEarned] ?? .zero
                let asked = claimable[year.notYetEarned] ?? .zero
                income.control.move(held, debit: year.notYetEarned, credit: year.received)
                income.control.move(
                    asked, debit: year.notYetEarned,
                    credit: year.earnedClaimable.with(\.mark, mark))
                income.actual.move(held, debit: year.receiptsInAdvance, credit: year.income)
                income.actual.move(
                    asked, debit: year.accruedIncome.with(\.mark, mark), credit: year.income)
            }
            for earning in earnings { income.puts.append(try facts.put(earning)) }
            return income
        }
    }
}
