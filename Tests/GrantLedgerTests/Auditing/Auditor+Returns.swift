import GrantLedger

extension Auditor {
    func reported(
        _ head: String, _ award: String, _ period: Period, _ category: Code
    ) -> String {
        name(
            head,
            [
                "award": award, "category": category.description, "period": period.description,
            ])
    }

    /// What earlier returns of the year reported: funds and categories, with amounts.
    func reportedBefore(_ period: Period, _ award: String) -> [[String]: Int64] {
        rows.values.reduce(into: [:]) { sums, version in
            guard case .monitoringReturn(let row)? = version.row, row.award == award,
                row.period.year == period.year, row.period < period, row.status != .rejected
            else { return }
            for line in row.spend {
                let key = [line.fund?.description ?? "", line.category.description]
                sums[key, default: 0] += line.amount.pence
            }
        }
    }

    /// What figures for the year to date leave for the period itself.
    private func own(_ act: SubmitReturn, _ plan: inout Plan) throws -> [CategoryAmount] {
        var before = reportedBefore(act.period, act.award.description)
        for (key, version) in rows {
            if case .monitoringReturn(let row)? = version.row, row.award == act.award.description {
                perhaps(key, &plan)
            }
        }
        let own = act.spend.compactMap { line -> CategoryAmount? in
            let key = [line.fund?.description ?? "", line.category.description]
            let pence = line.amount.pence - (before.removeValue(forKey: key) ?? 0)
            guard pence != 0 else { return nil }
            return CategoryAmount(
                fund: line.fund, category: line.category, amount: Money(pence: pence))
        }
        guard before.values.allSatisfy({ $0 == 0 }), own.allSatisfy({ $0.amount > .zero }) else {
            throw refused("amount-not-positive")
        }
        plan.isOpen = own.isEmpty
        return own
    }

    func plan(_ act: SubmitReturn, day: Day) throws -> Plan {
        var plan = Plan()
        let code = act.award.description
        let award = try award(act.award, &plan)
        for line in act.spend { if let fund = line.fund { _ = try self.fund(fund, &plan) } }
        for line in act.spend { try category(line.category, &plan) }
        for line in act.spend { try check(line.amount) }
        try checkSigned(award)
        guard award.returns.periods(of: act.period.year).contains(act.period) else {
            throw refused("period-unknown")
        }
        let key = "return/\(code)#\(act.period)"
        var isBeforeOld = false
        if case .monitoringReturn(let old)? = row(key) {
            try used(key, &plan)
            switch old.status {
            case .submitted, .accepted: throw refused("return-stands")
            case .queried:
                putBack(old, &plan)
                isBeforeOld = !shortfalls(plan.moves, day: day).isEmpty
            case .rejected: break
            }
        }
        let spend = act.toDate ? try own(act, &plan) : act.spend
        for line in spend {
            plan.move(
                line.amount.pence, reported("spendReported", code, act.period, line.category),
                reported("returnsSubmitted", code, act.period, line.category))
        }
        if !hasLine(code, act.period.year) || isBeforeOld { plan.isOpen = true }
        let row = ReturnRow(award: code, period: act.period, spend: spend, status: .submitted)
        plan.writes = [(key, .monitoringReturn(row))]
        return plan
    }

    private func putBack(_ row: ReturnRow, _ plan: inout Plan) {
        for line in row.spend {
            plan.move(
                line.amount.pence,
                reported("returnsSubmitted", row.award, row.period, line.category),
                reported("spendReported", row.award, row.period, line.category))
        }
    }

    func plan(_ act: QueryReturn) throws -> Plan {
        var plan = Plan()
        var row = try monitoringReturn(act.award, act.period, &plan)
        perhaps("award/\(act.award)", &plan)
        guard row.status == .submitted || row.status == .queried else {
            throw refused("return-not-open")
        }
        plan.isOpen = row.status == .queried
        row.status = .queried
        plan.writes = [("return/\(act.award)#\(act.period)", .monitoringReturn(row))]
        return plan
    }

    func plan(_ act: RejectReturn) throws -> Plan {
        var plan = Plan()
        var row = try monitoringReturn(act.award, act.period, &plan)
        perhaps("award/\(act.award)", &plan)
        guard row.status == .submitted || row.status == .queried else {
            throw refused("return-not-open")
        }
        putBack(row, &plan)
        row.status = .rejected
        plan.writes = [("return/\(act.award)#\(act.period)", .monitoringReturn(row))]
        return plan
    }

    func plan(_ act: AcceptReturn, day: Day) throws -> Plan {
        var plan = Plan()
        var row = try monitoringReturn(act.award, act.period, &plan)
        perhaps("award/\(act.award)", &plan)
        guard case .award(let award) = self.row("award/\(act.award)") else { throw unknown }
        guard row.status == .submitted else { throw refused("return-not-open") }
        let code = act.award.description
        if let accrued = estimate(code, act.period)?.accrued, day < accrued {
            throw refused("unusual-date")
        }
        let off = try shared(act.disallow, over: row.spend)
        undoAccrual(code, act.period, day: day, &plan)
        for (line, off) in zip(row.spend, off) {
            let agreed = line.amount.pence - off
            let submitted = reported("returnsSubmitted", code, act.period, line.category)
            plan.move(
                agreed, submitted, reported("returnsAccepted", code, act.period, line.category))
            plan.move(
                off, submitted, reported("spendDisallowed", code, act.period, line.category))
            let source = ClaimLine.Source(
                award: act.award, period: act.period, category: line.category)
            try charge(agreed, line, award, source, day: day, &plan)
        }
        release(after: act.period, of: code, &plan)
        row.status = .accepted
        plan.writes.append(("return/\(code)#\(act.period)", .monitoringReturn(row)))
        return plan
    }

    /// What is refused of each line of spend; what names no fund is shared over its category.
    private func shared(
        _ disallow: [CategoryAmount], over spend: [CategoryAmount]
    ) throws -> [Int64] {
        var off = spend.map { _ in Int64(0) }
        for line in disallow.sorted(by: { $0.fund != nil && $1.fund == nil }) {
            let left = zip(spend, off).map { reported, off in
                let isMeant = line.fund == nil || line.fund == reported.fund
                return isMeant && line.category == reported.category
                    ? reported.amount.pence - off : 0
            }
            guard line.amount.pence <= left.reduce(0, +) else {
                throw refused("disallowed-exceeds-reported")
            }
            let parts = share(line.amount.pence, over: left)
            off = zip(off, parts).map { $0 + $1 }
        }
        return off
    }

    private func release(after period: Period, of code: String, _ plan: inout Plan) {
        for (key, version) in rows {
            guard case .instalment(var row)? = version.row, row.award == code,
                row.after == period, row.status == .waiting
            else { continue }
            plan.uses.insert(version.origin)
            let number = String(row.number)
            let parts = ["award": code, "instalment": number, "year": row.year]
            for account in holding("paymentScheduled", parts) {
                plan.move(account.amount, account.name, name("paymentReleased", account.key))
            }
            row.status = .released
            plan.writes.append((key, .instalment(row)))
        }
    }
}
