import GrantLedger

extension Auditor {
    /// What is said when money is earned or lost: of which fund and year, by what, and when.
    struct Earned {
        let fund: String
        let year: String
        /// The line or own cost that earns it.
        let source: ClaimLine.Source
        let day: Day
        /// Whether it is an accrual that earns it.
        var isAccrual = false

        var accountingYear: String { FinancialYear(containing: day).description }
        var mark: String? { isAccrual ? "accrued" : nil }
        /// From which day on a claim may ask for it.
        var ended: Day {
            let last = FinancialYear(year)?.lastDay ?? day
            return source.period?.lastDay ?? min(day, last)
        }
    }

    private func income(_ grant: String, _ earned: Earned) -> String {
        name(
            "grantIncome",
            ["accountingYear": earned.accountingYear, "grant": grant, "year": earned.year])
    }

    private func contributions(_ earned: Earned) -> String {
        name(
            "partnerContributions",
            ["accountingYear": earned.accountingYear, "fund": earned.fund, "year": earned.year])
    }

    func receiptsInAdvance(grant: String, _ year: String) -> String {
        name("receiptsInAdvance", ["grant": grant, "year": year])
    }

    func receiptsInAdvance(fund: String, _ year: String) -> String {
        name("receiptsInAdvance", ["fund": fund, "year": year])
    }

    func of(grant: String, _ year: String, _ head: String, mark: String? = nil) -> String {
        name(head, ["grant": grant, "mark": mark, "year": year])
    }

    /// Earns income for spend of a fund that is beyond what a claim drew of its accrual.
    func earn(_ pence: Int64, _ earned: Earned, _ plan: inout Plan) {
        guard !earned.isAccrual, case .fund(let fund) = row("fund/\(earned.fund)") else {
            return gain(pence, earned, &plan)
        }
        let before = fund.grants.reduce(Int64(0)) { sum, grant in
            guard case .earning(let row)? = row("earning/\(grant)#\(earned.source)") else {
                return sum
            }
            return sum + row.amount
        }
        gain(max(0, pence - before), earned, &plan)
    }

    /// Earns income for spend of a fund: oldest grant first, as far as each is not yet earned.
    func gain(_ pence: Int64, _ earned: Earned, _ plan: inout Plan) {
        var left = pence
        let year = earned.year
        perhaps("fund/\(earned.fund)", &plan)
        guard case .fund(let fund)? = planned("fund/\(earned.fund)", plan) else { return }
        if fund.source == .partner {
            let held = receiptsInAdvance(fund: earned.fund, year)
            plan.move(min(left, amount(held, after: plan)), held, contributions(earned))
            return
        }
        for code in fund.grants {
            perhaps("grant/\(code)", &plan)
            guard case .grant(let grant)? = planned("grant/\(code)", plan) else { continue }
            let open = notYetEarned(code, year)
            let part = min(left, amount(open, after: plan))
            left -= part
            let ahead = receiptsInAdvance(grant: code, year)
            let held = min(part, amount(ahead, after: plan))
            let mark = earned.mark
            plan.move(held, open, of(grant: code, year, "received"))
            plan.move(part - held, open, of(grant: code, year, "earnedClaimable", mark: mark))
            plan.move(held, ahead, income(code, earned))
            plan.move(
                part - held, of(grant: code, year, "accruedGrantIncome", mark: mark),
                income(code, earned))
            if grant.isClaimed { note(part - held, code, earned, &plan) }
        }
    }

    /// Notes what a line has earned, more or less than before.
    private func note(_ pence: Int64, _ grant: String, _ earned: Earned, _ plan: inout Plan) {
        guard pence != 0 else { return }
        let key = "earning/\(grant)#\(earned.source)"
        var row = EarningRow(
            grant: grant, year: earned.year, source: earned.source, amount: 0,
            ended: earned.ended, accepted: earned.day)
        if case .earning(let before)? = planned(key, plan) { row = before }
        if pence > 0 {
            row.accepted = max(row.accepted, earned.day)
            row.ended = max(row.ended, earned.ended)
        }
        if earned.isAccrual { row.accrued += pence } else { row.amount += pence }
        perhaps(key, &plan)
        plan.writes.append((key, .earning(row)))
    }

    /// Takes income back of a line that is charged less: newest grant first, only what the line
    /// has earned beyond what of it stays charged.
    func unearn(_ pence: Int64, staying: Int64, _ earned: Earned, _ plan: inout Plan) {
        var left = pence
        let year = earned.year
        perhaps("fund/\(earned.fund)", &plan)
        guard case .fund(let fund) = row("fund/\(earned.fund)") else { return }
        let source = earned.source
        if fund.source == .partner {
            let held = chart.names(
                "partnerContributions", ["fund": earned.fund, "year": year]
            ).reduce(Int64(0)) { $0 + amount($1, after: plan) }
            let charged = holding(
                "charged", ["fund": earned.fund, "year": year], after: plan
            ).reduce(Int64(0)) { $0 + $1.amount }
            let part = min(left, max(0, held - charged))
            plan.move(part, contributions(earned), receiptsInAdvance(fund: earned.fund, year))
            return
        }
        let lines = fund.grants.map { "earning/\($0)#\(source)" }
        let sum = lines.reduce(Int64(0)) { sum, key in
            guard case .earning(let row)? = planned(key, plan) else { return sum }
            return sum + row.amount
        }
        let isInArrears = fund.grants.contains { code in
            guard case .grant(let grant)? = row("grant/\(code)") else { return false }
            return grant.isClaimed
        }
        if isInArrears { left = min(left, max(0, sum - staying)) }
        for code in fund.grants.reversed() {
            perhaps("grant/\(code)", &plan)
            guard case .grant(let grant)? = row("grant/\(code)") else { continue }
            if grant.isClaimed {
                guard case .earning(let line)? = planned("earning/\(code)#\(source)", plan),
                    asked(source, of: [code]) == 0
                else { continue }
                let part = min(left, line.amount)
                left -= part
                back(part, code, earned, from: "accruedGrantIncome", "earnedClaimable", &plan)
                note(-part, code, earned, &plan)
            } else {
                let owing = of(grant: code, year, "accruedGrantIncome")
                let part = min(left, amount(owing, after: plan))
                left -= part
                back(part, code, earned, from: "accruedGrantIncome", "earnedClaimable", &plan)
                if grant.isUnconditional { continue }
                let kept = min(left, amount(of(grant: code, year, "received"), after: plan))
                left -= kept
                back(kept, code, earned, from: "receiptsInAdvance", "received", &plan)
            }
        }
    }

    private func back(
        _ pence: Int64, _ grant: String, _ earned: Earned, from actual: String,
        _ control: String, _ plan: inout Plan
    ) {
        plan.move(
            pence, of(grant: grant, earned.year, control), notYetEarned(grant, earned.year))
        plan.move(pence, income(grant, earned), of(grant: grant, earned.year, actual))
    }
}
