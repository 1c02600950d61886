import GrantLedger

extension Auditor {
    func plan(_ act: EstimateReturn) throws -> Plan {
        var plan = Plan()
        let award = try livingAward(act.award, &plan)
        for line in act.spend { if let fund = line.fund { _ = try self.fund(fund, &plan) } }
        for line in act.spend { try category(line.category, &plan) }
        for line in act.spend { try check(line.amount) }
        try checkSigned(award)
        guard award.returns.periods(of: act.period.year).contains(act.period) else {
            throw refused("period-unknown")
        }
        let code = act.award.description
        guard !isClosed(act.period.year.description) else {
            throw refused("year-closed", "return-stands", "accrual-stands")
        }
        if case .monitoringReturn(let row)? = row("return/\(code)#\(act.period)"),
            row.status == .accepted
        {
            throw refused("return-stands", "return-not-open", "accrual-stands")
        }
        let key = "estimate/\(code)#\(act.period)"
        perhaps("return/\(code)#\(act.period)", &plan)
        perhaps(key, &plan)
        switch estimate(code, act.period)?.status {
        case .accrued: throw refused("accrual-stands")
        case .reversed: plan.isOpen = true
        case .estimated, nil: break
        }
        let row = EstimateRow(award: code, period: act.period, spend: act.spend)
        plan.writes = [(key, .estimate(row))]
        if !hasLine(code, act.period.year) { plan.isOpen = true }
        return plan
    }

    func plan(_ act: AccrueReturn, day: Day) throws -> Plan {
        var plan = Plan()
        let code = act.award.description
        let award = try livingAward(act.award, &plan)
        guard var row = estimate(code, act.period) else {
            throw refused("no-estimate", "award-ended", "award-not-signed")
        }
        let key = "estimate/\(code)#\(act.period)"
        try used(key, &plan)
        guard act.period.year.contains(day) else { throw refused("unusual-date") }
        guard !award.isEnded else { throw refused("award-ended", "accrual-stands") }
        switch row.status {
        case .accrued: throw refused("accrual-stands")
        case .reversed, .estimated: break
        }
        perhaps("return/\(code)#\(act.period)", &plan)
        if case .monitoringReturn(let row)? = self.row("return/\(code)#\(act.period)"),
            row.status == .accepted
        {
            throw No(codes: [])
        }
        for line in row.spend {
            let source = ClaimLine.Source(
                award: act.award, period: act.period, category: line.category)
            try charge(
                line.amount.pence, line, award, source, day: day, isAccrual: true, &plan)
        }
        plan.isOpen = day != act.period.year.lastDay || row.status == .reversed
        row.status = .accrued
        row.accrued = day
        row.moves = plan.moves
        plan.writes.append((key, .estimate(row)))
        return plan
    }

    /// The opposite of an accrual, income and expenditure in the accounting year of the day; then
    /// what is owed is cleared by what is held.
    func undoAccrual(_ code: String, _ period: Period, day: Day, _ plan: inout Plan) {
        let key = "estimate/\(code)#\(period)"
        guard var row = estimate(code, period), row.status == .accrued else { return }
        perhaps(key, &plan)
        let accounting = FinancialYear(containing: day).description
        func now(_ account: String) -> String {
            var key: [String: String?] = chart.key(of: account)
            if key["accountingYear"] != nil { key["accountingYear"] = accounting }
            return name(Chart.head(of: account), key)
        }
        var drawn = clearAccruedEarnings(of: row, &plan)
        for move in row.moves.reversed() {
            let isIncome =
                Chart.head(of: move.credit) == "earnedClaimable"
                || Chart.head(of: move.debit) == "accruedGrantIncome"
            let account = isIncome ? Chart.head(of: move.credit) : ""
            let grant = chart.key(of: move.debit)["grant"] ?? ""
            let kept = isIncome ? min(move.pence, drawn["\(account)/\(grant)"] ?? 0) : 0
            drawn["\(account)/\(grant)"]? -= kept
            plan.move(move.pence - kept, now(move.credit), now(move.debit))
        }
        for held in Set(row.moves.flatMap { [$0.debit, $0.credit] }).sorted()
        where Chart.head(of: held) == "awardExpenditure" {
            let key = chart.key(of: held)
            let (fund, year) = (key["fund"] ?? "", key["year"] ?? "")
            let creditors = line("awardCreditors", code, fund, year)
            let onAccount = line("paymentsOnAccount", code, fund, year)
            plan.move(
                min(amount(creditors, after: plan), amount(onAccount, after: plan)), creditors,
                onAccount)
        }
        row.status = .reversed
        row.accrued = nil
        row.moves = []
        plan.writes.append((key, .estimate(row)))
    }

    /// Forgets what an accrual earned of each grant; says what claims drew of it, which stays, once
    /// for control and once for the accounts.
    private func clearAccruedEarnings(
        of estimate: EstimateRow, _ plan: inout Plan
    ) -> [String: Int64] {
        var drawn: [String: Int64] = [:]
        for category in Set(estimate.spend.map(\.category)).sorted() {
            guard let award = Code(estimate.award) else { continue }
            let source = ClaimLine.Source(
                award: award, period: estimate.period, category: category)
            for (key, version) in rows {
                guard case .earning(var line)? = version.row, line.source == source else {
                    continue
                }
                drawn["earnedClaimable/\(line.grant)", default: 0] += line.drawn
                drawn["grantIncome/\(line.grant)", default: 0] += line.drawn
                guard line.accrued > 0 else { continue }
                line.accrued = 0
                perhaps(key, &plan)
                plan.writes.append((key, .earning(line)))
            }
        }
        return drawn
    }

    func plan(_ act: ReverseAccrual, day: Day) throws -> Plan {
        var plan = Plan()
        let code = act.award.description
        _ = try livingAward(act.award, &plan)
        guard let row = estimate(code, act.period) else {
            throw refused("no-accrual", "no-estimate")
        }
        try used("estimate/\(code)#\(act.period)", &plan)
        guard row.status == .accrued else { throw refused("no-accrual") }
        guard isClosed(act.period.year.description) else { throw No(codes: []) }
        undoAccrual(code, act.period, day: day, &plan)
        plan.isOpen =
            day != act.period.year.next?.firstDay
        return plan
    }

    // MARK: Closing

    func plan(_ act: CloseYear, day: Day) throws -> Plan {
        var plan = Plan()
        let year = act.year.description
        guard !isClosed(year) else { throw refused("year-closed", "year-not-over") }
        guard day >= act.year.lastDay else { throw refused("year-not-over", "unusual-date") }
        guard day == act.year.lastDay else { throw No(codes: []) }
        for head in [
            "unallocated", "roundAvailable", "budgetPrepared", "reserved", "committed",
            "overProgrammingAuthorised",
        ] where !holding(head, ["year": year]).isEmpty {
            throw refused("year-not-ready")
        }
        let earlier = done.contains { entry in
            let of = FinancialYear(containing: entry.day)
            return of < act.year && !isClosed(of.description)
        }
        let waits = rows.values.contains { version in
            guard case .prepared(let row)? = version.row, row.isWaiting else { return false }
            return act.year.contains(row.day)
        }
        guard !earlier, !waits else { throw refused("year-not-ready") }
        if act.explanation == nil, !holding("matchRequired", ["year": year]).isEmpty {
            throw refused("year-not-ready")
        }
        for head in Floors.incomeAndExpenditure.sorted() {
            for account in holding(head, ["accountingYear": year]) {
                let isDebit = Floors.debitNormal.contains(head)
                plan.swing(
                    isDebit ? account.amount : -account.amount, "generalFund", account.name)
            }
        }
        plan.writes = [
            ("year/\(year)", .year(YearRow(isClosed: true, close: nextNumber, moves: plan.moves)))
        ]
        return plan
    }

    func plan(_ act: ReopenYear, day: Day) throws -> Plan {
        var plan = Plan()
        let year = act.year.description
        guard case .year(var row)? = row("year/\(year)"), row.isClosed else {
            throw refused("year-not-closed")
        }
        guard day == act.year.lastDay else { throw No(codes: []) }
        guard !closedYears.contains(where: { $0 > year }) else { throw No(codes: []) }
        for move in row.moves.reversed() { plan.move(move.pence, move.credit, move.debit) }
        row.isClosed = false
        plan.writes = [("year/\(year)", .year(row))]
        return plan
    }

    /// An act dated in a closed year: what it moves of that year's income and expenditure goes
    /// straight on to the general fund.
    func plan(_ act: AdjustLate, day: Day) throws -> Plan {
        let year = act.year.description
        guard isClosed(year) else { throw refused("year-not-closed") }
        guard act.year.contains(day) else { throw No(codes: []) }
        let inner = try act.asked.read(act.act)
        guard !Self.unadjustable.contains(act.asked) else { throw refused("not-adjustable") }
        var plan = try plan(for: inner, day: day)
        let moved = Set(plan.moves.flatMap { [$0.debit, $0.credit] }).sorted().filter { name in
            Floors.incomeAndExpenditure.contains(Chart.head(of: name))
                && chart.key(of: name)["accountingYear"] == year
        }
        for name in moved {
            let more = amount(name, after: plan) - amount(name)
            let isDebit = Floors.debitNormal.contains(Chart.head(of: name))
            plan.swing(isDebit ? more : -more, "generalFund", name)
        }
        if plan.reverses != nil { plan.isOpen = true }
        return plan
    }

    /// What is no late adjustment: the close, and what controls it.
    private static let unadjustable: Set<Kind> = [
        .openBook, .adoptBook, .recoverBook, .closeYear, .reopenYear, .adjustLate, .accrueReturn,
        .reverseAccrual, .prepareEntry, .decidePrepared,
    ]
}
