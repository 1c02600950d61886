import GrantLedger

extension Auditor {
    func plan(_ act: VaryAward) throws -> Plan {
        var plan = Plan()
        let code = act.award.description
        let award = try award(act.award, &plan)
        if let round = award.round { perhaps("round/\(round)", &plan) }
        perhaps("fund/\(award.fund)", &plan)
        if let fund = act.fund { _ = try self.fund(fund, &plan) }
        try category(act.category, &plan)
        let (fund, year) = (act.fund?.description ?? award.fund, act.year.description)
        perhaps("fund/\(fund)", &plan)
        guard act.amount != .zero else { throw refused("amount-not-positive", "nothing-to-change") }
        let planned = Set(
            award.profile.filter { $0.year == act.year }.compactMap(\.category?.description))
        let only = planned.count == 1 ? planned.first : nil
        guard
            let category = award.isSigned && award.hasCategories
                ? act.category?.description ?? only : "GENERAL"
        else { throw refused("category-needed") }
        if award.isSigned, !award.hasCategories, let category = act.category,
            category != .general
        {
            throw No(codes: [])
        }
        if let round = round(of: award, fund: fund) {
            if case .round(let row) = row("round/\(round)"), !row.years.contains(act.year),
                act.amount > .zero
            {
                throw No(codes: [])
            }
            if case .round(let row) = row("round/\(round)") {
                let project =
                    award.bid == nil ? Project(award: code) : Project(bid: award.bid)
                if act.amount > .zero {
                    setCap(row.perYear, round, project, year, &plan)
                }
                useCaps(row, round, project, year, act.amount.pence, &plan)
                plan.isOpen = !row.isOpen && act.amount > .zero
            }
        }
        if award.isSigned {
            plan.swing(
                act.amount.pence, payable(code, fund, year), scheduled(code, fund, year, 0))
        }
        let here =
            award.isSigned
            ? committed(code, award, fund, year, category) : reserved(code, award, fund, year)
        plan.swing(act.amount.pence, home(award, fund, year), here)
        return plan
    }

    /// Shares what lapses over the lines of the year by what each can lose; within a line over
    /// its categories by what each has committed.
    func plan(_ act: LapseAward) throws -> Plan {
        var plan = Plan()
        let code = act.award.description
        let award = try award(act.award, &plan)
        if let round = award.round { perhaps("round/\(round)", &plan) }
        perhaps("fund/\(award.fund)", &plan)
        if let fund = act.fund { _ = try self.fund(fund, &plan) }
        var parts = ["award": code, "year": act.year.description]
        parts["fund"] = act.fund?.description
        if let amount = act.amount { try check(amount) }
        if award.isSigned { parts["instalment"] = "0" }
        let lines = holding(award.isSigned ? "paymentScheduled" : "reserved", parts)
        for line in lines { perhaps("fund/\(line.fund)", &plan) }
        let most = lines.map { line in
            guard award.isSigned else { return line.amount }
            let held = holding("committed", ["award": code, "fund": line.fund, "year": line.year])
            return min(line.amount, held.reduce(0) { $0 + $1.amount })
        }
        let sum = most.reduce(0, +)
        let asked = act.amount?.pence ?? sum
        guard sum > 0 else { throw No(codes: []) }
        guard asked <= sum else {
            throw award.isSigned
                ? refused("more-than-unscheduled", "award-exceeded")
                : refused("more-than-reserved")
        }
        for (line, pence) in zip(lines, share(asked, over: most)) {
            if let round = round(of: award, fund: line.fund),
                case .round(let row) = row("round/\(round)")
            {
                let project =
                    award.bid == nil ? Project(award: code) : Project(bid: award.bid)
                useCaps(row, round, project, line.year, -pence, &plan)
            }
            let back = home(award, line.fund, line.year)
            guard award.isSigned else {
                plan.move(pence, line.name, back)
                continue
            }
            plan.move(pence, line.name, payable(code, line.fund, line.year))
            let held = holding(
                "committed", ["award": code, "fund": line.fund, "year": line.year])
            for (account, part) in zip(held, share(pence, over: held.map(\.amount))) {
                plan.move(part, account.name, back)
            }
        }
        return plan
    }
}
