import GrantLedger

extension Auditor {
    /// The three accounts of a cap: set, headroom, used.
    func cap(_ head: String, _ round: String, _ project: Project, _ year: String?) -> String {
        name(
            head, ["award": project.award, "bid": project.bid, "round": round, "year": year])
    }

    /// What a cap is counted for: a bid, or an award made without one.
    struct Project {
        var bid: String?
        var award: String?
    }

    /// Sets the caps of a round for a project, where they do not stand yet.
    func setCaps(_ row: RoundRow, _ round: String, _ project: Project, _ plan: inout Plan) {
        for year in row.years.map(\.description) {
            setCap(row.perYear, round, project, year, &plan)
        }
        setCap(row.perAward, round, project, nil, &plan)
    }

    /// Sets one cap, where there is one and it does not stand yet.
    func setCap(
        _ limit: Int64?, _ round: String, _ project: Project, _ year: String?, _ plan: inout Plan
    ) {
        let set = cap("capSet", round, project, year)
        guard let limit, amount(set) == 0 else { return }
        plan.move(limit, set, cap("capHeadroom", round, project, year))
    }

    /// Uses the caps of a round, or frees them where the amount is below nil.
    func useCaps(
        _ row: RoundRow, _ round: String, _ project: Project, _ year: String, _ pence: Int64,
        _ plan: inout Plan
    ) {
        if row.perYear != nil {
            plan.swing(
                pence, cap("capHeadroom", round, project, year),
                cap("capUsed", round, project, year))
        }
        if row.perAward != nil {
            plan.swing(
                pence, cap("capHeadroom", round, project, nil),
                cap("capUsed", round, project, nil))
        }
    }

    private func bidName(_ head: String, _ round: String, _ bid: String) -> String {
        name(head, ["bid": bid, "round": round])
    }

    private func matchName(_ head: String, _ bid: String, _ offer: MatchOffer) -> String {
        name(
            head,
            [
                "bid": bid, "mark": offer.kind.rawValue, "organisation": offer.from.description,
                "year": offer.year.description,
            ])
    }

    func plan(_ act: LogBid) throws -> Plan {
        var plan = Plan()
        try free("bid/\(act.code)")
        let row = try round(act.round, &plan)
        try used("organisation/\(act.applicant)", &plan)
        if let area = act.area { try used("area/\(area)", &plan) }
        if let theme = act.theme { try used("theme/\(theme)", &plan) }
        for offer in act.match { try used("organisation/\(offer.from)", &plan) }
        perhaps("fund/\(row.fund)", &plan)
        try check(act.profile, total: act.total)
        guard act.profile.allSatisfy({ row.years.contains($0.year) }) else {
            throw refused("year-not-offered")
        }
        let (code, round) = (act.code.description, act.round.description)
        if case .fund(let fund) = self.row("fund/\(row.fund)") {
            for case .grant(let grant)? in fund.grants.map({ self.row("grant/\($0)") })
            where act.match.contains(where: { $0.from.description == grant.funder }) {
                throw refused("match-from-funder")
            }
            for grant in fund.grants { perhaps("grant/\(grant)", &plan) }
        }
        setCaps(row, round, Project(bid: code), &plan)
        let asked = act.profile.reduce(0) { $0 + $1.amount.pence }
        plan.move(
            asked, bidName("bidsRequested", round, code),
            bidName("bidsUnderAssessment", round, code))
        for offer in act.match {
            plan.move(
                offer.amount.pence, matchName("matchOffered", code, offer),
                matchName("matchPledged", code, offer))
        }
        let bid = BidRow(
            round: round, applicant: act.applicant.description, asked: act.profile,
            match: act.match)
        plan.writes = [("bid/\(code)", .bid(bid))]
        return plan
    }

    func plan(_ act: DecideBid) throws -> Plan {
        switch act.outcome {
        case .decline: return try settle(act.bid, "bidsNotAwarded", .declined)
        case .defer, .reserveList:
            var plan = Plan()
            var bid = try bid(act.bid, &plan)
            guard bid.status.isOpen else { throw refused("bid-decided") }
            let status: Bid.Status = act.outcome == .defer ? .deferred : .reserveList
            plan.isOpen = bid.status == status
            bid.status = status
            plan.writes = [("bid/\(act.bid)", .bid(bid))]
            return plan
        }
    }

    /// Ends a bid without an award.
    func settle(_ code: Code, _ head: String, _ status: Bid.Status) throws -> Plan {
        var plan = Plan()
        var bid = try bid(code, &plan)
        guard bid.status.isOpen else { throw refused("bid-decided") }
        let text = code.description
        for account in holding("capHeadroom", ["bid": text, "round": bid.round]) {
            plan.move(
                account.amount, account.name,
                cap("capSet", bid.round, Project(bid: text), account.key["year"]))
        }
        plan.move(
            bid.asked.reduce(0) { $0 + $1.amount.pence },
            bidName("bidsUnderAssessment", bid.round, text), bidName(head, bid.round, text))
        for offer in bid.match {
            plan.move(
                offer.amount.pence, matchName("matchPledged", text, offer),
                matchName("matchOffered", text, offer))
        }
        bid.status = status
        plan.writes = [("bid/\(code)", .bid(bid))]
        perhaps("round/\(bid.round)", &plan)
        return plan
    }

    /// Books what a bid was given and what not.
    func decide(_ code: String, _ bid: BidRow, given: Int64, _ plan: inout Plan) {
        let asked = bid.asked.reduce(0) { $0 + $1.amount.pence }
        let under = bidName("bidsUnderAssessment", bid.round, code)
        plan.move(max(0, given - asked), bidName("bidsRequested", bid.round, code), under)
        plan.move(given, under, bidName("bidsAwarded", bid.round, code))
        plan.move(max(0, asked - given), under, bidName("bidsNotAwarded", bid.round, code))
    }
}
