import GrantLedger

extension Auditor {
    /// Posts accepted cost: on account as far as held, the rest owed; and the income with it.
    func cost(
        _ code: String, _ fund: String, _ year: String, _ pence: Int64, day: Day,
        _ plan: inout Plan
    ) {
        let held = line("paymentsOnAccount", code, fund, year)
        let part = min(pence, amount(held))
        let spent = expenditure(code, fund, year, day)
        plan.move(part, spent, held)
        plan.move(pence - part, spent, line("awardCreditors", code, fund, year))
        earn(pence, fund, year, day: day, &plan)
    }

    private func expenditure(
        _ code: String, _ fund: String, _ year: String, _ day: Day
    ) -> String {
        let accounting = FinancialYear(containing: day).description
        return name(
            "awardExpenditure",
            ["accountingYear": accounting, "award": code, "fund": fund, "year": year])
    }

    func plan(_ act: DisallowSpend, day: Day) throws -> Plan {
        var plan = Plan()
        let row = try monitoringReturn(act.award, act.period, &plan)
        perhaps("award/\(act.award)", &plan)
        if let fund = act.fund { _ = try self.fund(fund, &plan) }
        guard case .award(let award) = self.row("award/\(act.award)") else { throw unknown }
        try check(act.amount)
        guard row.status == .accepted else { throw refused("return-not-open") }
        let (code, year) = (act.award.description, act.period.year.description)
        var parts = ["award": code, "year": year, "period": act.period.description]
        parts["category"] = act.category.description
        parts["fund"] = act.fund?.description
        let held = holding("charged", parts)
        guard act.amount.pence <= held.reduce(0, { $0 + $1.amount }) else {
            throw refused("more-than-charged")
        }
        plan.move(
            act.amount.pence, reported("returnsAccepted", code, act.period, act.category),
            reported("spendDisallowed", code, act.period, act.category))
        var byFund: [String: Int64] = [:]
        for (account, part) in zip(held, share(act.amount.pence, over: held.map(\.amount))) {
            byFund[account.fund, default: 0] += part
            let category = award.hasCategories ? act.category.description : "GENERAL"
            plan.move(part, account.name, committed(code, award, account.fund, year, category))
        }
        for (fund, pence) in byFund {
            let creditors = line("awardCreditors", code, fund, year)
            let owed = min(pence, amount(creditors))
            let spent = expenditure(code, fund, year, day)
            plan.move(owed, creditors, spent)
            plan.move(pence - owed, line("paymentsOnAccount", code, fund, year), spent)
            unearn(pence, fund, year, day: day, &plan)
        }
        plan.writes = [("return/\(code)#\(act.period)", .monitoringReturn(row))]
        return plan
    }
}
