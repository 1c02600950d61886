import GrantLedger

extension Auditor {
    /// One line that is carried, out of which year and into which.
    private struct Carried {
        let award: AwardRow
        let code: String
        let fund: String
        let from: String
        let to: String
    }

    func plan(_ act: CarryAward) throws -> Plan {
        var plan = Plan()
        let code = act.award.description
        let award = try livingAward(act.award, &plan)
        if let fund = act.fund { _ = try self.fund(fund, &plan) }
        try check(act.amount)
        guard !award.isEnded else { throw refused("award-ended", "years-backwards") }
        guard act.to > act.from else { throw refused("years-backwards") }
        var parts = ["award": code, "year": act.from.description]
        parts["fund"] = act.fund?.description
        let held = holding(award.isSigned ? "committed" : "reserved", parts)
        let lines = Set(held.map(\.fund)).sorted().map { fund in
            Carried(
                award: award, code: code, fund: fund, from: act.from.description,
                to: act.to.description)
        }
        let most = lines.map { line in
            let sum = held.filter { $0.fund == line.fund }.reduce(Int64(0)) { $0 + $1.amount }
            guard award.isSigned else { return sum }
            return min(
                sum,
                clawedBack(code, line.fund, line.from, after: plan)
                    + amount(scheduled(code, line.fund, line.from, 0))
                    + amount(self.line("paymentsOnAccount", code, line.fund, line.from)))
        }
        guard act.amount.pence <= most.reduce(0, +) else {
            throw refused(
                "award-exceeded", "more-than-unscheduled", "more-than-on-account", "nothing-held",
                "more-than-reserved")
        }
        for (line, pence) in zip(lines, share(act.amount.pence, over: most)) where pence > 0 {
            carry(pence, line, &plan)
        }
        return plan
    }

    private func carry(_ pence: Int64, _ line: Carried, _ plan: inout Plan) {
        carryCap(pence, line, &plan)
        guard line.award.isSigned else {
            let (here, there) = (
                reserved(line.code, line.award, line.fund, line.from),
                reserved(line.code, line.award, line.fund, line.to)
            )
            plan.move(pence, here, name("carriedForward", chart.key(of: here)))
            plan.move(pence, name("broughtForward", chart.key(of: there)), there)
            carryGrants(pence, line.fund, line.from, line.to, &plan)
            return
        }
        let parts = ["award": line.code, "fund": line.fund, "year": line.from]
        let clawed = min(pence, clawedBack(line.code, line.fund, line.from, after: plan))
        let unscheduled = scheduled(line.code, line.fund, line.from, 0)
        let unpaid = min(pence - clawed, amount(unscheduled))
        let held = pence - clawed - unpaid
        let (payable, later) = (
            payable(line.code, line.fund, line.from), payable(line.code, line.fund, line.to)
        )
        plan.move(unpaid, unscheduled, payable)
        plan.move(unpaid + clawed, later, scheduled(line.code, line.fund, line.to, 0))
        plan.move(held, self.line("paid", line.code, line.fund, line.from), payable)
        plan.move(held, later, self.line("paid", line.code, line.fund, line.to))
        if let round = round(of: line.award, fund: line.fund),
            case .round(let row)? = row("round/\(round)")
        {
            carryMatch(
                row.match, ["award": line.code, "year": line.from], pence,
                of: awarded(line.code, ofRoundIn: line.from, after: plan), to: line.to,
                having: awarded(line.code, ofRoundIn: line.to, after: plan), &plan)
        }
        let budget = holding("committed", parts)
        for (account, part) in zip(budget, share(pence, over: budget.map(\.amount))) {
            var key: [String: String?] = account.key
            key["category"] = nil
            plan.move(part, account.name, name("carriedForward", key))
            key["year"] = line.to
            plan.move(
                part, name("broughtForward", key),
                committed(
                    line.code, line.award, line.fund, line.to, account.key["category"] ?? "GENERAL")
            )
        }
        let (here, there) = (
            self.line("paymentsOnAccount", line.code, line.fund, line.from),
            self.line("paymentsOnAccount", line.code, line.fund, line.to)
        )
        plan.move(held, there, here)
        let creditors = self.line("awardCreditors", line.code, line.fund, line.to)
        plan.move(min(held, amount(creditors)), creditors, there)
        carryGrants(pence, line.fund, line.from, line.to, &plan)
    }

    /// The cap of the later year is raised only where it is short.
    private func carryCap(_ pence: Int64, _ line: Carried, _ plan: inout Plan) {
        guard let round = round(of: line.award, fund: line.fund),
            case .round(let row)? = row("round/\(round)"), row.perYear != nil
        else { return }
        let project = self.project(line.code, line.award)
        let room = cap("capHeadroom", round, project, line.to)
        if row.years.contains(where: { $0.description == line.to }) {
            setCap(row.perYear, round, project, line.to, &plan)
        }
        plan.move(
            max(0, pence - amount(room, after: plan)), cap("capSet", round, project, line.to), room)
        plan.move(
            pence, cap("capUsed", round, project, line.from),
            cap("capHeadroom", round, project, line.from))
        plan.move(pence, room, cap("capUsed", round, project, line.to))
    }

    /// The ceiling of the grants, and what was received ahead, follow: oldest grant first.
    private func carryGrants(
        _ pence: Int64, _ fund: String, _ from: String, _ to: String, _ plan: inout Plan
    ) {
        perhaps("fund/\(fund)", &plan)
        guard case .fund(let row)? = row("fund/\(fund)") else { return }
        if row.source == .partner {
            let held = receiptsInAdvance(fund: fund, from)
            plan.move(
                min(pence, amount(held, after: plan)), held, receiptsInAdvance(fund: fund, to))
        }
        var left = pence
        for grant in row.grants {
            perhaps("grant/\(grant)", &plan)
            let part = min(left, amount(notYetEarned(grant, from), after: plan))
            left -= part
            let ahead = receiptsInAdvance(grant: grant, from)
            let held = min(part, amount(ahead, after: plan))
            if case .grant(let row)? = self.row("grant/\(grant)"), part > 0 {
                carryMatch(
                    row.match, ["grant": grant, "year": from], part,
                    of: row.years[from] ?? 0, to: to,
                    having: row.years[to] ?? 0, &plan)
                var changed = row
                changed.years[from, default: 0] -= part
                changed.years[to, default: 0] += part
                plan.writes.append(("grant/\(grant)", .grant(changed)))
            }
            plan.move(part, notYetEarned(grant, from), ceiling(grant, from))
            plan.move(part, ceiling(grant, to), notYetEarned(grant, to))
            plan.move(held, ahead, receiptsInAdvance(grant: grant, to))
        }
    }

    func plan(_ act: CarryFunding) throws -> Plan {
        var plan = Plan()
        _ = try fund(act.fund, &plan)
        if let round = act.round { _ = try self.round(round, &plan) }
        try check(act.amount)
        guard act.to > act.from else { throw refused("years-backwards") }
        let (fund, from, to) = (
            act.fund.description, act.from.description, act.to.description
        )
        let round = act.round?.description
        if let round, case .round(let row)? = row("round/\(round)") {
            if row.fund != fund { throw No(codes: []) }
            if !row.isOpen { plan.isOpen = true }
            if !row.years.contains(act.to) {
                var longer = row
                longer.years = (row.years + [act.to]).sorted()
                plan.writes = [("round/\(round)", .round(longer))]
            }
        }
        let pence = act.amount.pence
        let home = { (year: String) in
            round.map { self.roundAvailable(fund, $0, year) } ?? self.unallocated(fund, year)
        }
        plan.move(
            pence, home(from), name("carriedForward", ["fund": fund, "round": round, "year": from]))
        plan.move(
            pence, name("broughtForward", ["fund": fund, "round": round, "year": to]), home(to))
        carryGrants(pence, fund, from, to, &plan)
        return plan
    }
}
