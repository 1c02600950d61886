import GrantLedger

extension Auditor {
    /// Moves budget between headings, over the funds by what each has under the first.
    func plan(_ act: VireAward) throws -> Plan {
        var plan = Plan()
        let award = try livingAward(act.award, &plan)
        if let fund = act.fund { _ = try self.fund(fund, &plan) }
        for code in [act.from, act.to] { try category(code, &plan) }
        try check(act.amount)
        try checkSigned(award)
        guard act.from != act.to else { throw refused("nothing-to-change") }
        let (code, year) = (act.award.description, act.year.description)
        var parts = ["award": code, "year": year, "category": act.from.description]
        parts["fund"] = act.fund?.description
        let held = holding("committed", parts)
        guard act.amount.pence <= held.reduce(0, { $0 + $1.amount }) else {
            throw refused("award-exceeded", "virement-exceeded", "category-needed")
        }
        let key = ["award": code, "year": year]
        plan.move(act.amount.pence, name("virementHeadroom", key), name("virementUsed", key))
        for (account, part) in zip(held, share(act.amount.pence, over: held.map(\.amount))) {
            plan.move(
                part, account.name,
                committed(code, award, account.fund, year, act.to.description))
        }
        if !award.hasCategories { plan.isOpen = true }
        return plan
    }

    /// A new plan of the same money.
    func plan(_ act: ReprofileAward) throws -> Plan {
        var plan = Plan()
        var award = try livingAward(act.award, &plan)
        for line in act.profile { if let fund = line.fund { _ = try self.fund(fund, &plan) } }
        for line in act.profile { try category(line.category, &plan) }
        try check(act.profile, total: nil)
        guard !award.isEnded else { throw refused("award-ended", "total-differs") }
        let code = act.award.description
        let now = act.profile.reduce(into: [[String]: Int64]()) { sums, line in
            let fund = line.fund?.description ?? award.fund
            sums[[fund, line.year.description], default: 0] += line.amount.pence
        }
        var awarded: [[String]: Int64] = [:]
        for head in ["reserved", "committed", "charged"] {
            for account in holding(head, ["award": code]) {
                awarded[[account.fund, account.year], default: 0] += account.amount
            }
        }
        guard now == awarded else { throw refused("total-differs") }
        let byCategory = act.profile.contains { $0.category != nil }
        plan.isOpen = byCategory || award.hasCategories || act.profile == award.profile
        if !award.isSigned { award.hasCategories = byCategory }
        if byCategory == award.hasCategories { award.profile = act.profile }
        plan.writes = [("award/\(code)", .award(award))]
        return plan
    }

    func plan(_ act: ForecastAward) throws -> Plan {
        var plan = Plan()
        let award = try livingAward(act.award, &plan)
        guard act.amount.pence >= 0 else { throw refused("amount-not-positive") }
        guard !award.isEnded else { throw refused("award-ended") }
        plan.isOpen = !award.isSigned || awarded(act.award.description, act.year.description) == 0
        plan.writes = [("forecast/\(act.award)#\(act.year)", .plain)]
        return plan
    }

    func plan(_ act: WithholdFact) throws -> Plan {
        var plan = Plan()
        let award = try award(act.award, &plan)
        let key = "withheld/\(act.award)#\(act.field)"
        plan.isOpen = award.isEnded || row(key) != nil
        plan.writes = [("award/\(act.award)", .award(award)), (key, .plain)]
        return plan
    }

    /// Asks back what is held, withdraws what is unpaid, lets the rest lapse.
    func plan(_ act: FinishAward) throws -> Plan {
        var plan = Plan()
        let code = act.award.description
        var award = try livingAward(act.award, &plan)
        plan.isOpen = award.isEnded
        let owed = ["awardCreditors", "accruedExpenditure"]
            .contains { !holding($0, ["award": code]).isEmpty }
        let isUndecided = rows.values.contains { version in
            guard case .monitoringReturn(let row)? = version.row, row.award == code else {
                return false
            }
            return row.status == .submitted || row.status == .queried
        }
        guard !owed, !isUndecided else {
            throw award.isSigned ? refused("award-unfinished") : No(codes: [])
        }
        plan.isOpen =
            award.isEnded || !award.isSigned
            || !holding("charged", ["award": code, "mark": "accrued"]).isEmpty
        for account in holding("paymentsOnAccount", ["award": code]) {
            plan.move(
                account.amount, line("clawbackDebtors", code, account.fund, account.year),
                account.name)
        }
        for (key, version) in rows.sorted(by: { $0.key < $1.key }) {
            guard case .instalment(var row)? = version.row, row.award == code,
                row.status != .paid, row.status != .withdrawn
            else { continue }
            row.status = .withdrawn
            plan.mayUse.insert(version.origin)
            plan.writes.append((key, .instalment(row)))
        }
        for head in ["paymentReleased", "paymentScheduled"] {
            for account in holding(head, ["award": code]) where account.key["instalment"] != "0" {
                plan.move(
                    account.amount, account.name,
                    scheduled(code, account.fund, account.year, 0))
            }
        }
        for account in holding("reserved", ["award": code]) {
            freeCaps(account.amount, award, code, account.fund, account.year, &plan)
            plan.move(account.amount, account.name, home(award, account.fund, account.year))
        }
        var lines: [[String]: Int64] = [:]
        for account in holding("committed", ["award": code]) {
            lines[[account.fund, account.year], default: 0] += account.amount
        }
        for (key, pence) in lines.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            lapse(pence, award, code, key[0], key[1], &plan)
        }
        award.isEnded = true
        plan.writes.append(("award/\(code)", .award(award)))
        return plan
    }

    // MARK: Asking back

    /// The lines of a head in a year, and an amount shared over them.
    private func parted(
        _ head: String, _ award: Code, _ fund: Code?, _ year: FinancialYear, _ amount: Money,
        _ codes: String...
    ) throws -> [(line: Holding, pence: Int64)] {
        var parts = ["award": award.description, "year": year.description]
        parts["fund"] = fund?.description
        let held = holding(head, parts)
        guard amount.pence <= held.reduce(0, { $0 + $1.amount }) else {
            throw No(codes: Set(codes))
        }
        return zip(held, share(amount.pence, over: held.map(\.amount))).map { ($0, $1) }
    }

    func plan(_ act: RaiseClawback) throws -> Plan {
        var plan = Plan()
        let award = try award(act.award, &plan)
        if let fund = act.fund { _ = try self.fund(fund, &plan) }
        try check(act.amount)
        if award.isEnded { throw refused("award-ended", "nothing-held", "more-than-on-account") }
        let lines = try parted(
            "paymentsOnAccount", act.award, act.fund, act.year, act.amount, "nothing-held",
            "more-than-on-account", "award-not-signed")
        for (held, pence) in lines {
            plan.move(pence, name("clawbackDebtors", held.key), held.name)
        }
        return plan
    }

    func plan(_ act: ReceiveClawback) throws -> Plan {
        var plan = Plan()
        _ = try award(act.award, &plan)
        if let fund = act.fund { _ = try self.fund(fund, &plan) }
        try check(act.amount)
        let lines = try parted(
            "clawbackDebtors", act.award, act.fund, act.year, act.amount, "nothing-held",
            "more-than-clawed-back")
        for (asked, pence) in lines {
            plan.move(pence, name("paid", asked.key), name("paymentReturned", asked.key))
            plan.move(pence, "bank", asked.name)
        }
        return plan
    }

    func plan(_ act: WriteOffClawback, day: Day) throws -> Plan {
        var plan = Plan()
        let code = act.award.description
        let award = try livingAward(act.award, &plan)
        if let fund = act.fund { _ = try self.fund(fund, &plan) }
        try check(act.amount)
        let lines = try parted(
            "clawbackDebtors", act.award, act.fund, act.year, act.amount, "nothing-held",
            "more-than-clawed-back")
        for (asked, pence) in lines where pence > 0 {
            let (fund, year) = (asked.fund, asked.year)
            let held = holding("committed", ["award": code, "fund": fund, "year": year])
            let most = held.reduce(Int64(0)) { $0 + $1.amount }
            let here = min(pence, most, clawedBack(code, fund, year, after: plan))
            for (account, part) in zip(held, share(here, over: held.map(\.amount))) {
                var key: [String: String?] = account.key
                key["mark"] = "writtenOff"
                plan.move(part, account.name, name("charged", key))
            }
            freeCaps(here - pence, award, code, fund, year, &plan)
            plan.move(
                pence - here, home(award, fund, year),
                name(
                    "charged",
                    [
                        "award": code, "category": "GENERAL", "fund": fund, "mark": "writtenOff",
                        "round": round(of: award, fund: fund), "year": year,
                    ]))
            plan.move(pence, expenditure(code, fund, year, day), asked.name)
        }
        return plan
    }
}
