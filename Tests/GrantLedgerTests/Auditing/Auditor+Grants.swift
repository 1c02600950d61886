import GrantLedger

extension Auditor {
    func ceiling(_ grant: String, _ year: String) -> String {
        name("claimCeiling", ["grant": grant, "year": year])
    }

    func notYetEarned(_ grant: String, _ year: String) -> String {
        name("notYetEarned", ["grant": grant, "year": year])
    }

    private func byYear(_ profile: Profile) -> [String: Int64] {
        profile.reduce(into: [:]) { $0[$1.year.description, default: 0] += $1.amount.pence }
    }

    private func matchMove(
        _ rule: MatchRule?, _ grant: String, _ year: String, _ pence: Int64, _ plan: inout Plan
    ) {
        guard let rule else { return }
        let key = ["grant": grant, "year": year]
        plan.move(
            rule.required(for: Money(pence: pence)).pence, name("matchTarget", key),
            name("matchRequired", key))
    }

    func plan(_ act: AgreeGrant, day: Day) throws -> Plan {
        var plan = Plan()
        try free("grant/\(act.code)")
        try used("organisation/\(act.funder)", &plan)
        for share in act.partners ?? [] { try used("organisation/\(share.organisation)", &plan) }
        var fund = try fund(act.fund, &plan)
        try check(act.profile, total: act.total)
        if act.partners == nil, policy("principal", on: day) == "no" {
            throw refused("no-partner")
        }
        if fund.source == .ownBudget || fund.source == .proceedsOfCrime {
            throw refused("fund-not-for-grants")
        }
        let code = act.code.description
        for (year, pence) in byYear(act.profile).sorted(by: { $0.key < $1.key }) {
            if act.status == .confirmed {
                plan.move(pence, ceiling(code, year), notYetEarned(code, year))
                matchMove(act.match, code, year, pence, &plan)
            }
            plan.move(
                pence, approved(act.fund.description, year, act.status),
                unallocated(act.fund.description, year))
        }
        fund.grants.append(code)
        let row = GrantRow(
            fund: act.fund.description, funder: act.funder.description, basis: act.basis,
            status: act.status, years: byYear(act.profile), match: act.match,
            hasUnderwriter: act.underwrittenBy != nil,
            isUnconditional: act.isUnconditional ?? false,
            partners: (act.partners ?? []).reduce(into: [:]) {
                $0[$1.organisation.description, default: 0] += $1.amount.pence
            })
        plan.writes = [("grant/\(code)", .grant(row)), ("fund/\(act.fund)", .fund(fund))]
        if act.status == .confirmed {
            catchUp(act.fund.description, byYear(act.profile).keys.sorted(), day: day, &plan)
        }
        return plan
    }

    func plan(_ act: ConfirmGrant, day: Day) throws -> Plan {
        var plan = Plan()
        var grant = try grant(act.grant, &plan)
        perhaps("fund/\(grant.fund)", &plan)
        if let profile = act.profile { try check(profile, total: nil) }
        guard grant.status != .confirmed else { throw refused("grant-confirmed") }
        let (code, fund) = (act.grant.description, grant.fund)
        let now = act.profile.map(byYear) ?? grant.years
        for year in Set(now.keys).union(grant.years.keys).sorted() {
            let (before, after) = (grant.years[year] ?? 0, now[year] ?? 0)
            let expected = approved(fund, year, grant.status)
            plan.move(after, ceiling(code, year), notYetEarned(code, year))
            matchMove(grant.match, code, year, after, &plan)
            plan.move(min(before, after), approved(fund, year), expected)
            plan.move(max(0, after - before), approved(fund, year), unallocated(fund, year))
            let lower = max(0, before - after)
            let left = min(lower, amount(unallocated(fund, year)))
            let isBorne = act.underwrittenBy != nil || grant.hasUnderwriter
            plan.move(isBorne ? left : lower, unallocated(fund, year), expected)
            if isBorne { plan.move(lower - left, overProgrammed(fund, nil, year), expected) }
            guard lower > left, act.underwrittenBy == nil else { continue }
            guard grant.hasUnderwriter else { throw refused("fund-exceeded", "funding-in-use") }
            plan.isOpen = true
        }
        grant.years = now
        grant.status = .confirmed
        plan.writes = [("grant/\(code)", .grant(grant))]
        catchUp(fund, now.keys.sorted(), day: day, &plan)
        return plan
    }

    func plan(_ act: VaryGrant, day: Day) throws -> Plan {
        var plan = Plan()
        var grant = try grant(act.grant, &plan)
        perhaps("fund/\(grant.fund)", &plan)
        guard act.amount != .zero else { throw refused("amount-not-positive", "nothing-to-change") }
        let (code, year) = (act.grant.description, act.year.description)
        let before = grant.years[year] ?? 0
        guard before + act.amount.pence >= 0 else {
            throw refused("fund-exceeded", "grant-exceeded", "grant-in-use")
        }
        if grant.status == .confirmed {
            plan.swing(act.amount.pence, ceiling(code, year), notYetEarned(code, year))
            require(
                grant.match, ["grant": code, "year": year], act.amount.pence, of: before, &plan)
        }
        plan.swing(
            act.amount.pence, approved(grant.fund, year, grant.status),
            unallocated(grant.fund, year))
        grant.years[year, default: 0] += act.amount.pence
        plan.writes = [("grant/\(code)", .grant(grant))]
        if act.amount > .zero, grant.status == .confirmed {
            catchUp(grant.fund, [year], day: day, &plan)
        }
        return plan
    }
}
