extension Facts {
    /// C and A: income that part of a charged line no longer earns, newest grant first.
    ///
    /// Where all the fund's grants are claimed, what of the line earned nothing goes first. What a
    /// claim holds stays earned. A grant received ahead knows no lines: what is claimable of it goes
    /// first, then what was received; without condition it stays income.
    ///
    /// - Parameters:
    ///   - amount: how much of the line is found ineligible.
    ///   - line: the line as it stands charged before.
    ///   - accountingYear: the year of the entry's date.
    /// - Returns: what is taken back, and what the line has earned then.
    /// - Throws: a fact that could not be read.
    func unearned(
        _ amount: Money, of line: ChargedLine, _ accountingYear: FinancialYear
    ) throws(Stop) -> Income {
        let fund = try known(Fund.self, line.fund)
        var income = Income()
        var left = amount
        if fund.source == .partner {
            let given = try contributionLost(amount, line, accountingYear)
            left -= given.map(\.amount).total
            income.actual += given
        }
        var grants: [(grant: Grant, earning: Earning?)] = []
        for code in fund.grants.reversed() {
            let grant = try known(Grant.self, code)
            let key = Earning.key(code, line.source)
            grants.append((grant, grant.isClaimed ? try find(Earning.self, key) : nil))
        }
        if grants.allSatisfy(\.grant.isClaimed) {
            let earned = grants.compactMap(\.earning?.amount).total
            left = min(left, max(earned - (line.amount - amount), .zero))
        }
        for (grant, earning) in grants where left > .zero {
            if grant.isClaimed {
                guard let earning else { continue }
                try takeBack(&left, earning, fund, accountingYear, &income)
            } else {
                try takeBack(&left, grant, line.year, accountingYear, &income)
            }
        }
        return income
    }

    /// Takes back what a line has earned of a grant and no claim holds.
    private func takeBack(
        _ left: inout Money, _ earning: Earning, _ fund: Fund, _ accountingYear: FinancialYear,
        _ income: inout Income
    ) throws(Stop) {
        let held = try claims(on: earning.source, of: fund)
            .filter { $0.claim.grant == earning.grant }.map(\.line.standing).total
        let lost = min(left, max(earning.amount - held, .zero))
        guard lost > .zero else { return }
        left -= lost
        let accounts = GrantYear(earning.grant, earning.year, accountingYear)
        income.control.move(
            lost, debit: accounts.earnedClaimable, credit: accounts.notYetEarned)
        income.actual.move(lost, debit: accounts.income, credit: accounts.accruedIncome)
        var less = earning
        less.amount -= lost
        income.puts.append(try put(less))
    }

    /// Takes back what a grant received ahead has earned, whichever line earned it.
    private func takeBack(
        _ left: inout Money, _ grant: Grant, _ year: FinancialYear,
        _ accountingYear: FinancialYear, _ income: inout Income
    ) throws(Stop) {
        let accounts = GrantYear(grant.code, year, accountingYear)
        let claimable = min(left, try amount(accounts.accruedIncome))
        left -= claimable
        income.control.move(
            claimable, debit: accounts.earnedClaimable, credit: accounts.notYetEarned)
        income.actual.move(claimable, debit: accounts.income, credit: accounts.accruedIncome)
        guard grant.isUnconditional != true else { return }
        let ahead = min(left, try amount(accounts.received))
        left -= ahead
        income.control.move(ahead, debit: accounts.received, credit: accounts.notYetEarned)
        income.actual.move(ahead, debit: accounts.income, credit: accounts.receiptsInAdvance)
    }

    /// A: what partners paid in that became income and is held again: what is beyond the cost that
    /// stays charged to their fund.
    private func contributionLost(
        _ amount: Money, _ line: ChargedLine, _ accountingYear: FinancialYear
    ) throws(Stop) -> [Transfer] {
        let given = Account(.partnerContributions, fund: line.fund, year: line.year)
        let charged = try lines(given.under(.charged)).map(\.amount).total
        let beyond = try lines(given).map(\.amount).total - (charged - amount)
        var transfers: [Transfer] = []
        transfers.move(
            min(amount, max(beyond, .zero)),
            debit: given.with(\.accountingYear, accountingYear),
            credit: given.under(.receiptsInAdvance))
        return transfers
    }
}
