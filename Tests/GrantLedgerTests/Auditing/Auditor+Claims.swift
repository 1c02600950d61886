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
        let taken = rows.values.reduce(into: Set<ClaimLine.Source>()) { taken, version in
            guard case .claim(let claim)? = version.row, claim.grant == grant else { return }
            taken.formUnion(claim.lines.map(\.source))
        }
        return rows.values.compactMap { version -> EarningRow? in
            guard case .earning(let row)? = version.row, row.grant == grant, row.year == year,
                row.amount > 0, !taken.contains(row.source)
            else { return nil }
            if let last, row.ended > last { return nil }
            return row
        }.sorted { $0.source.description < $1.source.description }
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
        let left = lines.filter { !act.leave.contains($0.source) }
        let known = Set(lines.map(\.source))
        guard act.leave.allSatisfy(known.contains) else {
            throw left.isEmpty
                ? refused("line-unknown", "nothing-to-claim") : refused("line-unknown")
        }
        guard !left.isEmpty else { throw refused("nothing-to-claim") }
        let sum = left.reduce(Int64(0)) { $0 + $1.amount }
        let key = ["claim": act.code.description, "grant": code, "year": year]
        plan.move(sum, of(grant: code, year, "earnedClaimable"), name("claimed", key))
        plan.move(sum, name("grantDebtors", key), of(grant: code, year, "accruedGrantIncome"))
        for line in left { try used("earning/\(code)#\(line.source)", &plan) }
        let row = ClaimRow(
            grant: code, year: year,
            lines: left.map { ClaimRow.Line(source: $0.source, amount: $0.amount) })
        plan.writes = [("claim/\(act.code)", .claim(row))]
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
        plan.move(pence, name("claimed", key), notYetEarned(claim.grant, claim.year))
        let closed = isClosed(claim.year)
        let bears = Bearing(
            award: line.source.award?.description, from: grant.fund, year: claim.year,
            to: act.borneBy.description,
            toYear: closed ? FinancialYear(containing: day).description : claim.year)
        let owed = bear(pence, bears, &plan)
        try recharge(pence, line.source, bears, &plan)
        let accounting = FinancialYear(containing: day).description
        plan.move(
            pence,
            name(
                "grantIncome",
                ["accountingYear": accounting, "grant": claim.grant, "year": claim.year]),
            name("grantDebtors", key))
        plan.move(
            pence, expenditure(bears.award, bears.to, bears.toYear, day),
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

    /// From which line of an award to which a refused cost goes.
    private struct Bearing {
        let award: String?
        let from: String
        let year: String
        let to: String
        let toYear: String
    }

    /// Moves what was paid, else what is still to be paid (into another year: what is not yet
    /// scheduled there), from line to line; gives back what of it
    /// is owed.
    private func bear(_ pence: Int64, _ bears: Bearing, _ plan: inout Plan) -> Int64 {
        var parts = ["fund": bears.from, "year": bears.year]
        parts["award"] = bears.award
        var left = pence
        let paid = holding("paid", parts).filter { $0.key["award"] == bears.award }
        let unpaid = max(0, pence - paid.reduce(0) { $0 + $1.amount })
        for head in ["paid", "paymentReleased", "paymentScheduled"] {
            for account in holding(head, parts) where account.key["award"] == bears.award {
                let part = min(left, account.amount)
                left -= part
                var key: [String: String?] = account.key
                (key["fund"], key["year"]) = (bears.to, bears.toYear)
                let old = name(
                    "awardPayable",
                    ["award": bears.award, "fund": bears.from, "year": bears.year])
                let new = name(
                    "awardPayable",
                    ["award": bears.award, "fund": bears.to, "year": bears.toYear])
                plan.move(part, account.name, old)
                let isUnpaidElsewhere = head != "paid" && bears.year != bears.toYear
                if isUnpaidElsewhere { key["instalment"] = "0" }
                plan.move(
                    part, new, name(isUnpaidElsewhere ? "paymentScheduled" : head, key))
            }
        }
        guard let award = bears.award, left == 0 else { return 0 }
        return min(unpaid, amount(line("awardCreditors", award, bears.from, bears.year)))
    }

    /// Moves what was charged of a line to the own fund; the funder's authority is free again.
    private func recharge(
        _ pence: Int64, _ source: ClaimLine.Source, _ bears: Bearing, _ plan: inout Plan
    ) throws {
        var home = unallocated(bears.from, bears.year)
        var parts = [
            "fund": bears.from, "year": bears.year, "category": source.category.description,
        ]
        if let code = bears.award, case .award(let award)? = row("award/\(code)") {
            perhaps("award/\(code)", &plan)
            home = self.home(award, bears.from, bears.year)
            parts["award"] = code
            parts["period"] = source.period?.description
        }
        let held = holding("charged", parts)
            .filter { $0.key["award"] == bears.award && $0.key["mark"] == nil }
        guard pence <= held.reduce(0, { $0 + $1.amount }) else {
            throw refused("more-than-charged")
        }
        for (account, part) in zip(held, share(pence, over: held.map(\.amount))) {
            var key: [String: String?] = account.key
            (key["fund"], key["year"], key["round"]) = (bears.to, bears.toYear, nil)
            plan.move(part, account.name, home)
            plan.move(part, unallocated(bears.to, bears.toYear), name("charged", key))
        }
    }
}
