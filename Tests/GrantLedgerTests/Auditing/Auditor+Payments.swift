import GrantLedger

extension Auditor {
    func released(_ code: String, _ fund: String, _ year: String, _ number: Int) -> String {
        name(
            "paymentReleased",
            ["award": code, "fund": fund, "instalment": String(number), "year": year])
    }

    /// The accounts of a line of an award.
    func line(_ head: String, _ code: String, _ fund: String, _ year: String) -> String {
        name(head, ["award": code, "fund": fund, "year": year])
    }

    /// The next number of an award: one after the last that is in use.
    func nextNumber(_ award: String) -> Int {
        let numbers = rows.values.compactMap { version -> Int? in
            guard case .instalment(let row)? = version.row, row.award == award else { return nil }
            return row.number
        }
        return (numbers.max() ?? 0) + 1
    }

    private func isAccepted(_ award: String, _ period: Period) -> Bool {
        guard case .monitoringReturn(let row) = row("return/\(award)#\(period)") else {
            return false
        }
        return row.status == .accepted
    }

    /// Whether an award has money in a year, paid or not.
    func hasLine(_ award: String, _ year: FinancialYear) -> Bool {
        !holding("awardPayable", ["award": award, "year": year.description]).isEmpty
    }

    func plan(_ act: ScheduleInstalments) throws -> Plan {
        var plan = Plan()
        let code = act.award.description
        let award = try award(act.award, &plan)
        if let fund = act.fund { _ = try self.fund(fund, &plan) }
        if let amount = act.amount { try check(amount) }
        try checkSigned(award)
        var after: Period?
        switch act.wait {
        case .nothing: break
        case .acceptance(let period):
            guard award.returns.periods(of: period.year).contains(period) else {
                throw refused("period-unknown")
            }
            plan.isOpen = !hasLine(code, period.year)
            after = period
        case .policy:
            if let before = act.year.previous, hasLine(code, before) {
                after = award.returns.lastPeriod(of: before)
            }
        }
        if let after { perhaps("return/\(code)#\(after)", &plan) }
        let year = act.year.description
        var parts = ["award": code, "instalment": "0", "year": year]
        parts["fund"] = act.fund?.description
        let lines = holding("paymentScheduled", parts)
        let sum = lines.reduce(0) { $0 + $1.amount }
        guard sum > 0 else { throw No(codes: []) }
        let asked = act.amount?.pence ?? sum
        guard asked <= sum else { throw refused("more-than-unscheduled") }
        let payments = act.due == nil ? share(asked, over: [1, 1, 1, 1]) : [asked]
        var left = lines.map(\.amount)
        let waits = after.map { !isAccepted(code, $0) } ?? false
        var number = nextNumber(code)
        for payment in payments where payment > 0 {
            for (place, part) in share(payment, over: left).enumerated() {
                left[place] -= part
                let fund = lines[place].fund
                plan.move(part, lines[place].name, scheduled(code, fund, year, number))
                guard !waits else { continue }
                plan.move(
                    part, scheduled(code, fund, year, number), released(code, fund, year, number))
            }
            let row = InstalmentRow(
                award: code, number: number, year: year, after: after,
                status: waits ? .waiting : .released)
            plan.writes.append(("instalment/\(code)#\(number)", .instalment(row)))
            number += 1
        }
        return plan
    }

    private func open(_ award: Code, _ number: Int, _ plan: inout Plan) throws -> InstalmentRow {
        perhaps("award/\(award)", &plan)
        let row = try instalment(award, number, &plan)
        guard row.status != .paid, row.status != .withdrawn else {
            throw refused("instalment-settled")
        }
        return row
    }

    private func write(_ row: InstalmentRow, _ plan: inout Plan) {
        plan.writes.append(("instalment/\(row.award)#\(row.number)", .instalment(row)))
    }

    /// Moves all of an instalment from one head to another, line by line.
    private func moveAll(_ row: InstalmentRow, from: String, to: String, _ plan: inout Plan) {
        let parts = ["award": row.award, "instalment": String(row.number), "year": row.year]
        for account in holding(from, parts) {
            plan.move(account.amount, account.name, name(to, account.key))
        }
    }

    func plan(_ act: HoldInstalment) throws -> Plan {
        var plan = Plan()
        var row = try open(act.award, act.number, &plan)
        guard row.status != .held else {
            throw refused("instalment-held", "nothing-to-change")
        }
        moveAll(row, from: "paymentReleased", to: "paymentScheduled", &plan)
        row.status = .held
        write(row, &plan)
        return plan
    }

    func plan(_ act: ReleaseInstalment) throws -> Plan {
        var plan = Plan()
        var row = try open(act.award, act.number, &plan)
        guard row.status != .released else { throw No(codes: []) }
        if let after = row.after, !isAccepted(row.award, after), act.authorisedBy == nil {
            throw refused("return-awaited")
        }
        if let after = row.after { perhaps("return/\(row.award)#\(after)", &plan) }
        moveAll(row, from: "paymentScheduled", to: "paymentReleased", &plan)
        row.status = .released
        write(row, &plan)
        return plan
    }

    func plan(_ act: WithdrawInstalment) throws -> Plan {
        var plan = Plan()
        var row = try open(act.award, act.number, &plan)
        let parts = ["award": row.award, "instalment": String(row.number), "year": row.year]
        for head in ["paymentReleased", "paymentScheduled"] {
            for account in holding(head, parts) {
                plan.move(
                    account.amount, account.name, scheduled(row.award, account.fund, row.year, 0))
            }
        }
        row.status = .withdrawn
        write(row, &plan)
        return plan
    }

    func plan(_ act: PayInstalment) throws -> Plan {
        var plan = Plan()
        if let amount = act.amount { try check(amount) }
        var row = try open(act.award, act.number, &plan)
        if row.status == .waiting { throw refused("return-awaited") }
        if row.status == .held { throw refused("instalment-held") }
        let code = row.award
        let parts = ["award": code, "instalment": String(row.number), "year": row.year]
        let lines = holding("paymentReleased", parts)
        let sum = lines.reduce(0) { $0 + $1.amount }
        let asked = act.amount?.pence ?? sum
        guard asked <= sum, asked > 0 else { throw refused("more-than-released") }
        let next = nextNumber(code)
        for (line, part) in zip(lines, share(asked, over: lines.map(\.amount))) {
            plan.move(part, line.name, self.line("paid", code, line.fund, row.year))
            plan.move(
                line.amount - part, line.name, released(code, line.fund, row.year, next))
            let creditors = self.line("awardCreditors", code, line.fund, row.year)
            let owed = min(part, amount(creditors))
            plan.move(owed, creditors, "bank")
            plan.move(
                part - owed, self.line("paymentsOnAccount", code, line.fund, row.year), "bank")
        }
        row.status = .paid
        write(row, &plan)
        if asked < sum {
            row.number = next
            row.status = .released
            write(row, &plan)
        }
        return plan
    }

    func plan(_ act: ReturnPayment) throws -> Plan {
        guard done.indices.contains(act.entry - 1) else { throw refused("unknown-entry") }
        let payment = done[act.entry - 1]
        guard payment.kind == .payInstalment else { throw refused("not-a-payment") }
        guard payment.reversedBy == nil else { throw No(codes: []) }
        guard let key = payment.written.first?.key,
            case .instalment(var row)? = row(key), rows[key]?.origin == act.entry
        else { throw No(codes: []) }
        var plan = Plan(uses: [act.entry])
        perhaps("award/\(row.award)", &plan)
        for move in payment.moves where Chart.head(of: move.credit) == "paid" {
            let fund = chart.key(of: move.credit)["fund"] ?? ""
            plan.move(move.pence, move.credit, move.debit)
            let held = line("paymentsOnAccount", row.award, fund, row.year)
            let back = min(move.pence, amount(held))
            plan.move(back, "bank", held)
            plan.move(
                move.pence - back, "bank", line("awardCreditors", row.award, fund, row.year))
        }
        row.status = .released
        write(row, &plan)
        return plan
    }
}
