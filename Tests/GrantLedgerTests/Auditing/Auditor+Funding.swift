import GrantLedger

extension Auditor {
    // MARK: Funds

    func unallocated(_ fund: String, _ year: String) -> String {
        name("unallocated", ["fund": fund, "year": year])
    }

    func approved(_ fund: String, _ year: String, _ mark: Standing = .confirmed) -> String {
        name("fundingApproved", ["fund": fund, "mark": mark.rawValue, "year": year])
    }

    func roundAvailable(_ fund: String, _ round: String, _ year: String) -> String {
        name("roundAvailable", ["fund": fund, "round": round, "year": year])
    }

    func overProgrammed(_ fund: String, _ round: String?, _ year: String) -> String {
        name("overProgrammingAuthorised", ["fund": fund, "round": round, "year": year])
    }

    func plan(_ act: OpenFund) throws -> Plan {
        try free("fund/\(act.code)")
        return Plan(writes: [("fund/\(act.code)", .fund(FundRow(source: act.source)))])
    }

    func plan(_ act: ApproveFunding) throws -> Plan {
        var plan = Plan()
        let fund = try fund(act.fund, &plan)
        try check(act.profile, total: act.total)
        guard fund.grants.isEmpty else { throw refused("fund-has-grant") }
        for line in act.profile {
            let (fund, year) = (act.fund.description, line.year.description)
            plan.move(line.amount.pence, approved(fund, year), unallocated(fund, year))
        }
        return plan
    }

    func plan(_ act: ReduceFunding) throws -> Plan {
        var plan = Plan()
        let row = try fund(act.fund, &plan)
        try check(act.amount)
        let (fund, year) = (act.fund.description, act.year.description)
        guard row.grants.isEmpty else { throw refused("fund-has-grant") }
        let over = holding("overProgrammingAuthorised", ["fund": fund, "year": year])
        guard over.isEmpty else { throw refused("over-programming-stands") }
        plan.move(act.amount.pence, unallocated(fund, year), approved(fund, year))
        return plan
    }

    func plan(_ act: OverProgramme) throws -> Plan {
        var plan = try overProgramming(act.fund, act.round, act.year, act.amount)
        if let code = act.round, case .round(let round) = row("round/\(code)"), !round.isOpen {
            plan.isOpen = true
        }
        return plan
    }

    func plan(_ act: WithdrawOverProgramming) throws -> Plan {
        var plan = try overProgramming(act.fund, act.round, act.year, act.amount)
        plan.moves = plan.moves.map {
            Move(debit: $0.credit, credit: $0.debit, pence: $0.pence)
        }
        return plan
    }

    private func overProgramming(
        _ fund: Code, _ round: Code?, _ year: FinancialYear, _ amount: Money
    ) throws -> Plan {
        var plan = Plan()
        _ = try self.fund(fund, &plan)
        if let round { _ = try self.round(round, &plan) }
        try check(amount)
        let year = year.description
        let home =
            round.map { roundAvailable(fund.description, $0.description, year) }
            ?? unallocated(fund.description, year)
        plan.move(
            amount.pence, overProgrammed(fund.description, round?.description, year), home)
        return plan
    }

    // MARK: Rounds

    func plan(_ act: OpenRound) throws -> Plan {
        var plan = Plan()
        try free("round/\(act.code)")
        _ = try fund(act.fund, &plan)
        try check(act.profile, total: act.total)
        guard act.opens <= act.closes else { throw refused("dates-backwards") }
        for line in act.profile {
            let (fund, year) = (act.fund.description, line.year.description)
            plan.move(
                line.amount.pence, unallocated(fund, year),
                roundAvailable(fund, act.code.description, year))
        }
        let row = RoundRow(
            fund: act.fund.description, years: Set(act.profile.map(\.year)).sorted(),
            perYear: act.capPerYear?.pence, perAward: act.capPerAward?.pence,
            match: act.match)
        plan.writes = [("round/\(act.code)", .round(row))]
        return plan
    }

    func plan(_ act: AddToRound) throws -> Plan {
        var plan = Plan()
        var row = try round(act.round, &plan)
        try check(act.amount)
        guard row.isOpen else { throw refused("round-closed") }
        if !row.years.contains(act.year) {
            row.years = (row.years + [act.year]).sorted()
            plan.writes = [("round/\(act.round)", .round(row))]
        }
        let year = act.year.description
        plan.move(
            act.amount.pence, unallocated(row.fund, year),
            roundAvailable(row.fund, act.round.description, year))
        return plan
    }

    func plan(_ act: TakeFromRound) throws -> Plan {
        var plan = Plan()
        let row = try round(act.round, &plan)
        try check(act.amount)
        let year = act.year.description
        plan.move(
            act.amount.pence, roundAvailable(row.fund, act.round.description, year),
            unallocated(row.fund, year))
        return plan
    }

    func plan(_ act: CloseRound) throws -> Plan {
        var plan = Plan()
        var row = try round(act.round, &plan)
        let left = holding("roundAvailable", ["round": act.round.description])
        if !row.isOpen, left.isEmpty { throw refused("round-closed", "nothing-to-change") }
        for account in left {
            plan.move(account.amount, account.name, unallocated(row.fund, account.year))
        }
        row.isOpen = false
        plan.writes = [("round/\(act.round)", .round(row))]
        return plan
    }
}

extension Auditor.Holding {
    var fund: String { key["fund"] ?? "" }
    var year: String { key["year"] ?? "" }
}
