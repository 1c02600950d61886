import GrantLedger

extension Auditor {
    /// The round a fund's lines of an award came from.
    func round(of award: AwardRow, fund: String) -> String? {
        guard let code = award.round, case .round(let row) = row("round/\(code)") else {
            return nil
        }
        return row.fund == fund ? code : nil
    }

    /// Where a line's money comes from, and goes back to.
    func home(_ award: AwardRow, _ fund: String, _ year: String) -> String {
        if let round = round(of: award, fund: fund) { return roundAvailable(fund, round, year) }
        return unallocated(fund, year)
    }

    func project(_ code: String, _ award: AwardRow) -> Project {
        award.bid == nil ? Project(award: code) : Project(bid: award.bid)
    }

    private func countCaps(
        _ code: String, _ award: AwardRow, _ fund: String, _ year: String, _ pence: Int64,
        _ plan: inout Plan
    ) {
        guard let round = round(of: award, fund: fund), case .round(let row) = row("round/\(round)")
        else { return }
        useCaps(row, round, project(code, award), year, pence, &plan)
    }

    func reserved(_ code: String, _ award: AwardRow, _ fund: String, _ year: String) -> String {
        name(
            "reserved",
            [
                "award": code, "fund": fund, "round": round(of: award, fund: fund), "year": year,
            ])
    }

    func committed(
        _ code: String, _ award: AwardRow, _ fund: String, _ year: String, _ category: String
    ) -> String {
        name(
            "committed",
            [
                "award": code, "category": category, "fund": fund,
                "round": round(of: award, fund: fund), "year": year,
            ])
    }

    func payable(_ code: String, _ fund: String, _ year: String) -> String {
        name("awardPayable", ["award": code, "fund": fund, "year": year])
    }

    func scheduled(_ code: String, _ fund: String, _ year: String, _ number: Int) -> String {
        name(
            "paymentScheduled",
            ["award": code, "fund": fund, "instalment": String(number), "year": year])
    }

    func plan(_ act: MakeAward) throws -> Plan {
        var plan = Plan()
        try free("award/\(act.code)")
        var bidRow: BidRow?
        if let code = act.bid { bidRow = try bid(code, &plan) }
        if let round = act.round { _ = try self.round(round, &plan) }
        if let fund = act.fund { _ = try self.fund(fund, &plan) }
        if let recipient = act.recipient { try used("organisation/\(recipient)", &plan) }
        let profile = act.profile ?? bidRow?.asked ?? []
        for line in profile { if let fund = line.fund { _ = try self.fund(fund, &plan) } }
        for line in profile { try category(line.category, &plan) }
        let roundCode = bidRow?.round ?? act.round?.description
        var roundRow: RoundRow?
        if let roundCode, case .round(let row) = row("round/\(roundCode)") { roundRow = row }
        if let roundCode { perhaps("round/\(roundCode)", &plan) }
        if let roundRow { perhaps("fund/\(roundRow.fund)", &plan) }
        try check(profile, total: act.total)
        if let bidRow, !bidRow.status.isOpen { throw refused("bid-decided") }
        let main = act.fund?.description ?? roundRow?.fund ?? ""
        let code = act.code.description
        var award = AwardRow(
            bid: act.bid?.description, round: roundCode, fund: main, profile: profile)
        award.hasCategories = profile.contains { $0.category != nil }
        if let roundRow, let roundCode {
            setCaps(roundRow, roundCode, project(code, award), &plan)
        }
        for line in profile {
            let (fund, year) = (line.fund?.description ?? main, line.year.description)
            countCaps(code, award, fund, year, line.amount.pence, &plan)
            plan.move(
                line.amount.pence, home(award, fund, year), reserved(code, award, fund, year))
        }
        if let bid = act.bid, var bidRow {
            let given = profile.reduce(Int64(0)) { sum, line in
                let fund = line.fund?.description ?? main
                return round(of: award, fund: fund) == nil ? sum : sum + line.amount.pence
            }
            decide(bid.description, bidRow, given: given, &plan)
            bidRow.status = .awarded
            plan.writes.append(("bid/\(bid)", .bid(bidRow)))
        }
        plan.writes.append(("award/\(code)", .award(award)))
        if let roundRow, !roundRow.isOpen { plan.isOpen = true }
        return plan
    }

    func plan(_ act: ExceptCap) throws -> Plan {
        var plan = Plan()
        let code = act.project.description
        let project: Project
        let roundCode: String?
        if case .award(let award)? = row("award/\(code)") {
            try used("award/\(code)", &plan)
            project = self.project(code, award)
            roundCode = award.round
        } else {
            let bid = try bid(act.project, &plan)
            project = Project(bid: code)
            roundCode = bid.round
            plan.isOpen = !bid.status.isOpen
        }
        try check(act.amount)
        guard let roundCode, case .round(let round) = row("round/\(roundCode)") else {
            throw refused("no-cap")
        }
        guard (act.year == nil ? round.perAward : round.perYear) != nil else {
            throw refused("no-cap")
        }
        if let year = act.year, !round.years.contains(year) { plan.isOpen = true }
        perhaps("round/\(roundCode)", &plan)
        let year = act.year?.description
        if let year { setCap(round.perYear, roundCode, project, year, &plan) }
        plan.move(
            act.amount.pence, cap("capSet", roundCode, project, year),
            cap("capHeadroom", roundCode, project, year))
        return plan
    }

    /// What is held in each year.
    private func sums(_ held: [Holding]) -> [(year: String, pence: Int64)] {
        held.reduce(into: [String: Int64]()) { $0[$1.year, default: 0] += $1.amount }
            .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    func plan(_ act: SignAward) throws -> Plan {
        var plan = Plan()
        let code = act.award.description
        var award = try award(act.award, &plan)
        for line in act.profile ?? [] { try category(line.category, &plan) }
        for category in award.profile.compactMap(\.category) {
            perhaps("category/\(category)", &plan)
        }
        if let profile = act.profile { try check(profile, total: nil) }
        guard !award.isEnded else { throw refused("award-ended", "award-signed") }
        guard !award.isSigned else { throw refused("award-signed") }
        let held = holding("reserved", ["award": code])
        let profile = act.profile ?? award.profile
        let byCategory = profile.contains { $0.category != nil }
        let wanted = profile.reduce(into: [String: Int64]()) { sums, line in
            let fund = line.fund?.description ?? award.fund
            sums["\(fund) \(line.year)", default: 0] += line.amount.pence
        }
        let has = held.reduce(into: [String: Int64]()) { sums, account in
            sums["\(account.fund) \(account.year)", default: 0] += account.amount
        }
        if byCategory || act.profile != nil, wanted != has { throw refused("total-differs") }
        for account in held {
            plan.move(
                account.amount, payable(code, account.fund, account.year),
                scheduled(code, account.fund, account.year, 0))
        }
        for (year, pence) in sums(held) {
            let part = Money(pence: pence).percent(
                hundredths: Int64(act.virementTolerance?.hundredths ?? 0))
            let key = ["award": code, "year": year]
            plan.move(part.pence, name("virementSet", key), name("virementHeadroom", key))
        }
        if byCategory {
            for line in profile {
                let (fund, year) = (line.fund?.description ?? award.fund, line.year.description)
                let category = line.category?.description ?? "GENERAL"
                plan.move(
                    line.amount.pence, reserved(code, award, fund, year),
                    committed(code, award, fund, year, category))
            }
        } else {
            for account in held {
                plan.move(
                    account.amount, account.name,
                    committed(code, award, account.fund, account.year, "GENERAL"))
            }
        }
        for (year, pence) in sums(held.filter { $0.key["round"] != nil }) {
            requireMatch(award, code, year, pence, of: 0, &plan)
        }
        award.isSigned = true
        award.hasCategories = byCategory
        award.profile = profile
        award.returns = act.returns
        plan.writes = [("award/\(code)", .award(award))]
        plan.isOpen = held.isEmpty
        return plan
    }
}
