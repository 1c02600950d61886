import GrantLedger

extension Auditor {
    func plan(_ act: VaryAward) throws -> Plan {
        var plan = Plan()
        let code = act.award.description
        let award = try livingAward(act.award, &plan)
        if let fund = act.fund { _ = try self.fund(fund, &plan) }
        try category(act.category, &plan)
        let fund = act.fund?.description ?? award.fund
        perhaps("fund/\(fund)", &plan)
        guard act.amount != .zero else { throw refused("amount-not-positive", "nothing-to-change") }
        guard !award.isEnded else { throw refused("award-ended") }
        try vary(award, code, fund, act.year, act.category, act.amount.pence, &plan)
        return plan
    }

    /// What an award has in a year: reserved, committed and charged.
    func awarded(_ code: String, _ year: String) -> Int64 {
        ["reserved", "committed", "charged"].reduce(0) { sum, head in
            sum + holding(head, ["award": code, "year": year]).reduce(0) { $0 + $1.amount }
        }
    }

    /// Raises or lowers one line of an award.
    private func vary(
        _ award: AwardRow, _ code: String, _ fund: String, _ of: FinancialYear,
        _ asked: Code?, _ pence: Int64, _ plan: inout Plan
    ) throws {
        let year = of.description
        let planned = Set(
            award.profile.filter { $0.year == of }.compactMap(\.category?.description))
        let only = planned.count == 1 ? planned.first : nil
        guard
            let category = award.isSigned && award.hasCategories
                ? asked?.description ?? only : "GENERAL"
        else { throw refused("category-needed") }
        if award.isSigned, !award.hasCategories, let asked, asked != .general {
            throw No(codes: [])
        }
        if let round = round(of: award, fund: fund), case .round(let row) = row("round/\(round)") {
            if !row.years.contains(of), pence > 0 { throw No(codes: []) }
            let project = self.project(code, award)
            if pence > 0 { setCap(row.perYear, round, project, year, &plan) }
            useCaps(row, round, project, year, pence, &plan)
            if !row.isOpen, pence > 0 { plan.isOpen = true }
        }
        if award.isSigned {
            plan.swing(pence, payable(code, fund, year), scheduled(code, fund, year, 0))
            if round(of: award, fund: fund) != nil {
                let before = awarded(code, ofRoundIn: year, after: plan)
                requireMatch(award, code, year, pence, of: before, &plan)
            }
        }
        let here =
            award.isSigned
            ? committed(code, award, fund, year, category) : reserved(code, award, fund, year)
        plan.swing(pence, home(award, fund, year), here)
    }

    /// A variation down of one line, up of another.
    func plan(_ act: MoveAward) throws -> Plan {
        var plan = Plan()
        let award = try livingAward(act.award, &plan)
        for fund in [act.from, act.to] { _ = try self.fund(fund, &plan) }
        try category(act.category, &plan)
        try check(act.amount)
        guard !award.isEnded else { throw refused("award-ended") }
        guard act.from != act.to else { throw No(codes: []) }
        let code = act.award.description
        for (fund, pence) in [(act.from, -act.amount.pence), (act.to, act.amount.pence)] {
            try vary(award, code, fund.description, act.year, act.category, pence, &plan)
        }
        return plan
    }

    // MARK: Lapsing

    /// What is committed to a line that the recipient neither holds nor is still to be paid.
    func clawedBack(_ code: String, _ fund: String, _ year: String, after plan: Plan) -> Int64 {
        max(0, free(code, fund, year, after: plan))
    }

    /// What is committed and owed, less what the recipient holds and is still to be paid.
    func free(_ code: String, _ fund: String, _ year: String, after plan: Plan) -> Int64 {
        func sum(_ heads: String...) -> Int64 {
            heads.reduce(0) { sum, head in
                sum
                    + holding(
                        head, ["award": code, "fund": fund, "year": year], after: plan
                    ).reduce(0) { $0 + $1.amount }
            }
        }
        let parts = ["award": code, "fund": fund, "year": year]
        let waiting = holding("budgetPrepared", parts, after: plan)
            .filter { $0.key["period"] == nil && $0.key["mark"] == nil }
            .reduce(Int64(0)) { $0 + $1.amount }
        let payable = holding("controlPrepared", parts, after: plan)
            .filter { $0.key["instalment"] != nil }.reduce(Int64(0)) { $0 + $1.amount }
        return sum("committed", "awardCreditors", "accruedExpenditure") + waiting - payable
            - sum("paymentsOnAccount", "paymentScheduled", "paymentReleased")
    }

    /// Ends part of what a signed line has committed, over its categories by what each has.
    func lapse(
        _ pence: Int64, _ award: AwardRow, _ code: String, _ fund: String, _ year: String,
        _ plan: inout Plan
    ) {
        let clawed = clawedBack(code, fund, year, after: plan)
        freeCaps(pence, award, code, fund, year, &plan)
        if round(of: award, fund: fund) != nil {
            let before = awarded(code, ofRoundIn: year, after: plan)
            requireMatch(award, code, year, -pence, of: before, &plan)
        }
        plan.move(
            pence - min(pence, clawed), scheduled(code, fund, year, 0), payable(code, fund, year))
        let held = holding(
            "committed", ["award": code, "fund": fund, "year": year], after: plan)
        for (account, part) in zip(held, share(pence, over: held.map(\.amount))) {
            plan.move(part, account.name, home(award, fund, year))
        }
    }

    /// Gives back what a line uses of its round's caps.
    func freeCaps(
        _ pence: Int64, _ award: AwardRow, _ code: String, _ fund: String, _ year: String,
        _ plan: inout Plan
    ) {
        guard let round = round(of: award, fund: fund),
            case .round(let row)? = row("round/\(round)")
        else { return }
        useCaps(row, round, project(code, award), year, -pence, &plan)
    }

    /// Shares what lapses over the lines of the year by what each can lose.
    func plan(_ act: LapseAward) throws -> Plan {
        var plan = Plan()
        let code = act.award.description
        let award = try livingAward(act.award, &plan)
        if let fund = act.fund { _ = try self.fund(fund, &plan) }
        if let amount = act.amount { try check(amount) }
        guard !award.isEnded else { throw refused("award-ended") }
        let year = act.year.description
        var parts = ["award": code, "year": year]
        parts["fund"] = act.fund?.description
        let held = holding(award.isSigned ? "committed" : "reserved", parts)
        let funds = Set(held.map(\.fund)).sorted()
        for fund in funds { perhaps("fund/\(fund)", &plan) }
        let most = funds.map { fund in
            let sum = held.filter { $0.fund == fund }.reduce(Int64(0)) { $0 + $1.amount }
            guard award.isSigned else { return sum }
            return min(
                sum,
                amount(scheduled(code, fund, year, 0)) + clawedBack(code, fund, year, after: plan))
        }
        let sum = most.reduce(0, +)
        let asked = act.amount?.pence ?? sum
        guard sum > 0 else { throw No(codes: []) }
        guard asked <= sum else {
            throw award.isSigned
                ? refused("more-than-unscheduled", "award-exceeded")
                : refused("more-than-reserved")
        }
        for (fund, pence) in zip(funds, share(asked, over: most)) where pence > 0 {
            guard award.isSigned else {
                freeCaps(pence, award, code, fund, year, &plan)
                plan.move(
                    pence, reserved(code, award, fund, year), home(award, fund, year))
                continue
            }
            lapse(pence, award, code, fund, year, &plan)
        }
        return plan
    }
}
