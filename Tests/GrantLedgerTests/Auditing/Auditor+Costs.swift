import GrantLedger

extension Auditor {
    /// One line of cost of an award: which fund and year bear it, and what it was.
    struct CostLine {
        let award: String
        let fund: String
        let year: String
        let day: Day
        /// What earns the income of it.
        let source: ClaimLine.Source
        /// Whether it is accrued, and its return is still to come.
        let isAccrual: Bool

        var earned: Earned {
            Earned(fund: fund, year: year, source: source, day: day, isAccrual: isAccrual)
        }
    }

    /// Posts cost: on account as far as held, the rest owed; and the income with it.
    func cost(_ pence: Int64, _ cost: CostLine, owedUnder head: String, _ plan: inout Plan) {
        let held = line("paymentsOnAccount", cost.award, cost.fund, cost.year)
        let part = min(pence, amount(held, after: plan))
        let spent = expenditure(cost.award, cost.fund, cost.year, cost.day)
        plan.move(part, spent, held)
        plan.move(pence - part, spent, line(head, cost.award, cost.fund, cost.year))
        earn(pence, cost.earned, &plan)
    }

    func expenditure(_ award: String?, _ fund: String, _ year: String, _ day: Day) -> String {
        let accounting = FinancialYear(containing: day).description
        return name(
            "awardExpenditure",
            ["accountingYear": accounting, "award": award, "fund": fund, "year": year])
    }

    /// Charges an amount reported under a category, shared over the funds of the year by what each
    /// has committed.
    func charge(
        _ pence: Int64, _ reported: CategoryAmount, _ award: AwardRow, _ source: ClaimLine.Source,
        day: Day, isAccrual: Bool = false, _ plan: inout Plan
    ) throws {
        guard let code = source.award?.description, let period = source.period else { return }
        let year = period.year.description
        var parts = ["award": code, "year": year]
        parts["fund"] = reported.fund?.description
        parts["category"] = award.hasCategories ? reported.category.description : "GENERAL"
        let held = holding("committed", parts, after: plan)
        guard pence <= held.reduce(0, { $0 + $1.amount }) else { throw refused("award-exceeded") }
        for (account, part) in zip(held, share(pence, over: held.map(\.amount))) {
            var key: [String: String?] = account.key
            key["category"] = reported.category.description
            key["period"] = period.description
            key["mark"] = isAccrual ? "accrued" : nil
            plan.move(part, account.name, name("charged", key))
            cost(
                part,
                CostLine(
                    award: code, fund: account.fund, year: year, day: day, source: source,
                    isAccrual: isAccrual),
                owedUnder: isAccrual ? "accruedExpenditure" : "awardCreditors", &plan)
        }
    }

    func plan(_ act: DisallowSpend, day: Day) throws -> Plan {
        var plan = Plan()
        let row = try monitoringReturn(act.award, act.period, &plan)
        perhaps("award/\(act.award)", &plan)
        if let fund = act.fund { _ = try self.fund(fund, &plan) }
        try category(act.category, &plan)
        guard case .award(let award) = self.row("award/\(act.award)") else { throw unknown }
        try check(act.amount)
        guard row.status == .accepted else { throw refused("return-not-open") }
        let (code, year) = (act.award.description, act.period.year.description)
        let source = ClaimLine.Source(
            award: act.award, period: act.period, category: act.category)
        var parts = ["award": code, "period": act.period.description]
        parts["category"] = act.category.description
        parts["fund"] = act.fund?.description
        let held = holding("charged", parts).filter { $0.key["mark"] == nil }
        let free = held.map { account in
            guard case .fund(let fund)? = self.row("fund/\(account.fund)") else {
                return account.amount
            }
            return max(0, account.amount - asked(source, of: fund.grants))
        }
        let most = free.reduce(0, +)
        guard act.amount.pence <= most else {
            throw most == held.reduce(0, { $0 + $1.amount })
                ? refused("more-than-charged") : refused("more-than-charged", "spend-claimed")
        }
        plan.move(
            act.amount.pence, reported("returnsAccepted", code, act.period, act.category),
            reported("spendDisallowed", code, act.period, act.category))
        for (account, part) in zip(held, share(act.amount.pence, over: free)) where part > 0 {
            let category = award.hasCategories ? act.category.description : "GENERAL"
            plan.move(part, account.name, committed(code, award, account.fund, year, category))
            let creditors = line("awardCreditors", code, account.fund, year)
            let owed = min(part, amount(creditors, after: plan))
            let spent = expenditure(code, account.fund, year, day)
            plan.move(owed, creditors, spent)
            plan.move(part - owed, line("paymentsOnAccount", code, account.fund, year), spent)
            let earned = Earned(fund: account.fund, year: year, source: source, day: day)
            unearn(part, staying: account.amount - part, earned, &plan)
        }
        plan.writes.append(("return/\(code)#\(act.period)", .monitoringReturn(row)))
        if award.isEnded { plan.isOpen = true }
        return plan
    }

    /// A cost of the office itself: no award, no period.
    func plan(_ act: RecordCost, day: Day) throws -> Plan {
        var plan = Plan()
        _ = try fund(act.fund, &plan)
        try category(act.category, &plan)
        try check(act.amount)
        let (fund, year, pence) = (
            act.fund.description, act.year.description, act.amount.pence
        )
        let key = ["fund": fund, "year": year]
        plan.move(pence, name("awardPayable", key), name("paid", key))
        plan.move(
            pence, unallocated(fund, year),
            name(
                "charged",
                ["category": act.category.description, "fund": fund, "year": year]))
        plan.move(pence, expenditure(nil, fund, year, day), "bank")
        let source = ClaimLine.Source(cost: nextNumber, category: act.category)
        earn(pence, Earned(fund: fund, year: year, source: source, day: day), &plan)
        let row = CostRow(fund: fund, year: year, source: source, amount: pence, day: day)
        plan.writes.append(("cost/\(nextNumber)", .cost(row)))
        return plan
    }
}
