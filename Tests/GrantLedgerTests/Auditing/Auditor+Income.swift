import GrantLedger

extension Auditor {
    func plan(_ act: OpenBalances) throws -> Plan {
        var plan = Plan()
        for line in act.lines { try check(line.amount) }
        for line in act.lines {
            if let fund = line.account.fund { _ = try self.fund(fund, &plan) }
            let account = name(line.account.head.rawValue, ["fund": line.account.fund?.description])
            let isDebit = Floors.debitNormal.contains(line.account.head.rawValue)
            plan.swing(isDebit ? line.amount.pence : -line.amount.pence, account, "generalFund")
        }
        return plan
    }

    private func held(_ grant: Code, _ partner: Code) -> String {
        name(
            "heldAsAgent", ["grant": grant.description, "organisation": partner.description])
    }

    /// What has been received for a partner, passed on since or not.
    private func received(for partner: Code, of grant: Code) -> Int64 {
        let held = held(grant, partner)
        let standing = done.filter { $0.reverses == nil && $0.reversedBy == nil }
        return standing.flatMap(\.moves).filter { $0.credit == held }.reduce(0) { $0 + $1.pence }
    }

    func plan(_ act: ReceiveGrant, day: Day) throws -> Plan {
        var plan = Plan()
        let grant = try grant(act.grant, &plan)
        if let partner = act.partner { try organisation(partner, &plan) }
        try check(act.amount)
        guard grant.status == .confirmed else {
            throw refused("grant-unconfirmed", "grant-in-arrears", "no-partner")
        }
        let (code, year, pence) = (
            act.grant.description, act.year.description, act.amount.pence
        )
        if let partner = act.partner {
            guard let share = grant.partners[partner.description] else {
                throw refused("no-partner")
            }
            guard received(for: partner, of: act.grant) + pence <= share else {
                throw refused("receipt-exceeds-grant")
            }
            for (index, entry) in done.enumerated() where entry.kind == .receiveGrant {
                plan.mayUse.insert(index + 1)
            }
            plan.move(pence, "bank", held(act.grant, partner))
            return plan
        }
        guard grant.basis == .advance || grant.isUnconditional else {
            throw refused("grant-in-arrears")
        }
        let received = of(grant: code, year, "received")
        let ahead = receiptsInAdvance(grant: code, year)
        guard amount(received) + amount(ahead) + pence <= amount(ceiling(code, year)) else {
            throw refused("receipt-exceeds-grant")
        }
        let owing = of(grant: code, year, "accruedGrantIncome")
        let part = min(pence, amount(owing))
        plan.move(part, of(grant: code, year, "earnedClaimable"), received)
        plan.move(part, "bank", owing)
        guard grant.isUnconditional else {
            plan.move(pence - part, "bank", ahead)
            return plan
        }
        let accounting = FinancialYear(containing: day).description
        let key = ["accountingYear": accounting, "grant": code, "year": year]
        plan.move(pence - part, notYetEarned(code, year), received)
        plan.move(pence - part, "bank", name("grantIncome", key))
        return plan
    }

    func plan(_ act: PassToPartner) throws -> Plan {
        var plan = Plan()
        let grant = try grant(act.grant, &plan)
        try organisation(act.partner, &plan)
        try check(act.amount)
        guard grant.partners[act.partner.description] != nil else {
            throw refused("no-partner", "more-than-held")
        }
        plan.move(act.amount.pence, held(act.grant, act.partner), "bank")
        return plan
    }

    func plan(_ act: SurrenderGrant) throws -> Plan {
        var plan = Plan()
        let grant = try grant(act.grant, &plan)
        perhaps("fund/\(grant.fund)", &plan)
        try check(act.amount)
        let (code, year, pence) = (
            act.grant.description, act.year.description, act.amount.pence
        )
        let over = holding("overProgrammingAuthorised", ["fund": grant.fund, "year": year])
        guard over.isEmpty else {
            throw grant.status == .confirmed
                ? refused("over-programming-stands")
                : refused("over-programming-stands", "grant-unconfirmed")
        }
        guard grant.status == .confirmed else { throw refused("grant-unconfirmed") }
        let open = notYetEarned(code, year)
        plan.move(pence, open, ceiling(code, year))
        plan.move(pence, unallocated(grant.fund, year), approved(grant.fund, year))
        let ahead = receiptsInAdvance(grant: code, year)
        let needed = max(0, amount(open) - pence)
        plan.move(
            min(pence, max(0, amount(ahead) - needed)), ahead,
            of(grant: code, year, "repayableToFunder"))
        return plan
    }

    func plan(_ act: RepayGrant) throws -> Plan {
        var plan = Plan()
        _ = try grant(act.grant, &plan)
        try check(act.amount)
        plan.move(
            act.amount.pence,
            of(grant: act.grant.description, act.year.description, "repayableToFunder"), "bank")
        return plan
    }

    func plan(_ act: ReceiveContribution) throws -> Plan {
        var plan = Plan()
        let row = try fund(act.fund, &plan)
        try organisation(act.from, &plan)
        try check(act.amount)
        guard row.source == .partner, row.grants.isEmpty else {
            throw refused("fund-not-partners", "fund-has-grant")
        }
        let (fund, year) = (act.fund.description, act.year.description)
        plan.move(act.amount.pence, approved(fund, year), unallocated(fund, year))
        plan.move(act.amount.pence, "bank", receiptsInAdvance(fund: fund, year))
        return plan
    }

    // MARK: Reserves

    private func reserve(_ fund: Code) -> String {
        name("earmarkedReserve", ["fund": fund.description])
    }

    func plan(_ act: ReserveMoney) throws -> Plan {
        var plan = Plan()
        _ = try fund(act.fund, &plan)
        try check(act.amount)
        plan.move(act.amount.pence, "generalFund", reserve(act.fund))
        return plan
    }

    func plan(_ act: DrawReserve) throws -> Plan {
        var plan = Plan()
        _ = try fund(act.fund, &plan)
        try check(act.amount)
        plan.move(act.amount.pence, reserve(act.fund), "generalFund")
        return plan
    }

    func plan(_ act: CallReserve) throws -> Plan {
        var plan = Plan()
        _ = try fund(act.fund, &plan)
        if let round = act.round { _ = try self.round(round, &plan) }
        try check(act.amount)
        let (fund, year) = (act.fund.description, act.year.description)
        plan.move(
            act.amount.pence,
            name("fundingApproved", ["fund": fund, "mark": "reserve", "year": year]),
            overProgrammed(fund, act.round?.description, year))
        plan.move(act.amount.pence, reserve(act.fund), "generalFund")
        return plan
    }

    // MARK: The office's own bids

    func plan(_ act: SubmitOwnBid) throws -> Plan {
        var plan = Plan()
        try free("ownBid/\(act.code)")
        try organisation(act.funder, &plan)
        try check(act.profile, total: act.total)
        plan.writes = [("ownBid/\(act.code)", .ownBid(isSettled: false))]
        return plan
    }

    func plan(_ act: SettleOwnBid) throws -> Plan {
        var plan = Plan()
        guard case .ownBid(let isSettled) = try used("ownBid/\(act.bid)", &plan) else {
            throw unknown
        }
        if let grant = act.grant { _ = try self.grant(grant, &plan) }
        guard !isSettled else { throw refused("own-bid-settled") }
        plan.writes = [("ownBid/\(act.bid)", .ownBid(isSettled: true))]
        return plan
    }
}
