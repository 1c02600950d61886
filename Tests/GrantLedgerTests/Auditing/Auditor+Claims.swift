import GrantLedger

extension Auditor {
    /// How much of a line claims on some grants ask for, less what was refused of it.
    func asked(_ source: ClaimLine.Source, of grants: [String]) -> Int64 {
        rows.values.reduce(0) { sum, version in
            guard case .claim(let claim)? = version.row, grants.contains(claim.grant) else {
                return sum
            }
            return claim.lines.filter { $0.source == source }
                .reduce(sum) { $0 + $1.amount - $1.disallowed }
        }
    }

    /// What a grant and year have earned and no claim has asked for, to a day, in order.
    func claimable(_ grant: String, _ year: String, to last: Day?) -> [EarningRow] {
        rows.values.compactMap { version -> EarningRow? in
            guard case .earning(var row)? = version.row, row.grant == grant, row.year == year else {
                return nil
            }
            row.amount -= asked(row.source, of: [grant])
            if row.amount <= 0 { return nil }
            if let last, row.ended > last { return nil }
            return row
        }.sorted(by: Self.comes)
    }

    private static func comes(_ one: EarningRow, before other: EarningRow) -> Bool {
        comes(
            one.source, one.source.period?.lastDay ?? one.accepted, before: other.source,
            other.source.period?.lastDay ?? other.accepted)
    }

    /// What accruals of a year have earned of a grant, where the office's policy lets its final
    /// claim draw them.
    private func accrued(_ act: MakeClaim, day: Day) -> [EarningRow] {
        guard act.quarter == nil, policy("accruals-in-final-claim", on: day) == "yes" else {
            return []
        }
        return rows.values.compactMap { version -> EarningRow? in
            guard case .earning(let row)? = version.row, row.accrued > 0,
                row.grant == act.grant.description, row.year == act.year.description
            else { return nil }
            return row
        }.sorted(by: Self.comes)
    }

    func plan(_ act: MakeClaim, day: Day) throws -> Plan {
        var plan = Plan()
        try free("claim/\(act.code)")
        let grant = try grant(act.grant, &plan)
        guard grant.status == .confirmed else {
            throw grant.basis == .arrears
                ? refused("grant-unconfirmed") : refused("grant-unconfirmed", "grant-in-advance")
        }
        guard grant.isClaimed else {
            throw refused("grant-in-advance")
        }
        let (code, year) = (act.grant.description, act.year.description)
        let quarter = act.quarter ?? 4
        guard act.year.quarters.indices.contains(quarter - 1) else { throw No(codes: []) }
        let lines = claimable(code, year, to: act.year.quarters[quarter - 1].lastDay)
            .filter { $0.accepted <= day }
        let accrued = accrued(act, day: day).filter { $0.accepted <= day }
        let left = lines.filter { !act.leave.contains($0.source) }
        let drawn = accrued.filter { !act.leave.contains($0.source) }
        let known = Set((lines + accrued).map(\.source))
        guard act.leave.allSatisfy(known.contains) else {
            throw left.isEmpty && drawn.isEmpty
                ? refused("line-unknown", "nothing-to-claim") : refused("line-unknown")
        }
        guard !left.isEmpty || !drawn.isEmpty else { throw refused("nothing-to-claim") }
        let sum = left.reduce(Int64(0)) { $0 + $1.amount }
        let key = ["claim": act.code.description, "grant": code, "year": year]
        plan.move(sum, of(grant: code, year, "earnedClaimable"), name("claimed", key))
        plan.move(sum, name("grantDebtors", key), of(grant: code, year, "accruedGrantIncome"))
        for line in left { try used("earning/\(code)#\(line.source)", &plan) }
        var row = ClaimRow(
            grant: code, year: year,
            lines: left.map { ClaimRow.Line(source: $0.source, amount: $0.amount) })
        for var line in drawn {
            let part = line.accrued
            plan.move(
                part, of(grant: code, year, "earnedClaimable", mark: "accrued"),
                name("claimed", key))
            plan.move(
                part, name("grantDebtors", key),
                of(grant: code, year, "accruedGrantIncome", mark: "accrued"))
            row.lines.append(ClaimRow.Line(source: line.source, amount: part))
            (line.amount, line.drawn, line.accrued) = (
                line.amount + part, line.drawn + part, 0
            )
            let earning = "earning/\(code)#\(line.source)"
            try used(earning, &plan)
            plan.writes.append((earning, .earning(line)))
        }
        plan.writes.append(("claim/\(act.code)", .claim(row)))
        return plan
    }

    func plan(_ act: ReceiveClaim) throws -> Plan {
        var plan = Plan()
        let claim = try claim(act.claim, &plan)
        try check(act.amount)
        let key = ["claim": act.claim.description, "grant": claim.grant, "year": claim.year]
        plan.move(
            act.amount.pence, name("claimed", key), of(grant: claim.grant, claim.year, "received"))
        plan.move(act.amount.pence, "bank", name("grantDebtors", key))
        return plan
    }

    func plan(_ act: DisallowClaim, day: Day) throws -> Plan {
        var plan = Plan()
        var claim = try claim(act.claim, &plan)
        let own = try fund(act.borneBy, &plan)
        try check(act.amount)
        let place = act.line - 1
        guard claim.lines.indices.contains(place) else { throw refused("line-unknown") }
        guard own.grants.isEmpty, own.source != .partner else { throw refused("fund-not-own") }
        let line = claim.lines[place]
        let pence = act.amount.pence
        guard pence <= line.amount - line.disallowed else {
            throw refused("more-than-claimed", "disallowed-exceeds-reported")
        }
        guard case .grant(let grant)? = row("grant/\(claim.grant)") else { throw unknown }
        let key = ["claim": act.claim.description, "grant": claim.grant, "year": claim.year]
        let owing = min(pence, amount(name("claimed", key)))
        let received = of(grant: claim.grant, claim.year, "received")
        plan.move(owing, name("claimed", key), notYetEarned(claim.grant, claim.year))
        plan.move(pence - owing, received, notYetEarned(claim.grant, claim.year))
        let closed = isClosed(claim.year)
        let bears = Bearing(
            award: line.source.award?.description, from: grant.fund, year: claim.year,
            to: act.borneBy.description,
            toYear: closed ? FinancialYear(containing: day).description : claim.year)
        let cost = pence - min(pence, unspent(line.source, grant.fund, claim))
        let owed = try bear(cost, bears, &plan)
        try recharge(cost, line.source, bears, &plan)
        let accounting = FinancialYear(containing: day).description
        let income = name(
            "grantIncome",
            ["accountingYear": accounting, "grant": claim.grant, "year": claim.year])
        plan.move(owing, income, name("grantDebtors", key))
        plan.move(
            pence - owing, income, of(grant: claim.grant, claim.year, "repayableToFunder"))
        plan.move(
            cost, expenditure(bears.award, bears.to, bears.toYear, day),
            expenditure(bears.award, bears.from, bears.year, day))
        if let award = bears.award {
            plan.move(
                owed, self.line("awardCreditors", award, bears.from, bears.year),
                self.line("awardCreditors", award, bears.to, bears.toYear))
        }
        claim.lines[place].disallowed += pence
        plan.writes.append(("claim/\(act.claim)", .claim(claim)))
        let earning = "earning/\(claim.grant)#\(line.source)"
        perhaps(earning, &plan)
        if case .earning(var row)? = row(earning) {
            row.amount -= pence
            plan.writes.append((earning, .earning(row)))
        }
        return plan
    }
}
