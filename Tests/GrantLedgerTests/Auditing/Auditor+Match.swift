import GrantLedger

extension Auditor {
    /// What an award has of its round's fund in a year: what the round's match rule is counted on.
    func awarded(_ code: String, ofRoundIn year: String, after plan: Plan) -> Int64 {
        ["reserved", "committed", "charged"].reduce(0) { sum, head in
            sum
                + holding(head, ["award": code, "year": year], after: plan)
                .filter { $0.key["round"] != nil }.reduce(0) { $0 + $1.amount }
        }
    }

    /// What a signed award must find besides once it is more, or less, than it was: by the
    /// difference, down only as far as it still stands.
    func requireMatch(
        _ award: AwardRow, _ code: String, _ year: String, _ more: Int64, of before: Int64,
        _ plan: inout Plan
    ) {
        guard more != 0, let round = award.round, case .round(let row)? = row("round/\(round)")
        else { return }
        perhaps("round/\(round)", &plan)
        require(row.match, ["award": code, "year": year], more, of: before, &plan)
    }

    /// Carries what match is still to be found for money that is carried; what is met of it already
    /// is not asked for again.
    func carryMatch(
        _ rule: MatchRule?, _ key: [String: String], _ pence: Int64, of before: Int64,
        to year: String, having later: Int64, _ plan: inout Plan
    ) {
        guard let rule else { return }
        var there = key
        there["year"] = year
        let required = name("matchRequired", key)
        let stood = amount(required, after: plan)
        let whole =
            rule.required(for: Money(pence: before)).pence
            - rule.required(for: Money(pence: before - pence)).pence
        require(rule, key, -pence, of: before, &plan)
        let fallen = stood - amount(required, after: plan)
        let more =
            rule.required(for: Money(pence: later + pence)).pence
            - rule.required(for: Money(pence: later)).pence
        raise(max(0, more - (whole - fallen)), there, &plan)
    }

    /// More match is required; what is evidenced already meets it.
    private func raise(_ pence: Int64, _ key: [String: String], _ plan: inout Plan) {
        let required = name("matchRequired", key)
        let met = name("matchMet", key)
        plan.move(pence, name("matchTarget", key), required)
        let evidenced = holding("matchEvidenced", key, after: plan).reduce(0) { $0 + $1.amount }
        plan.move(
            min(pence, max(0, evidenced - amount(met, after: plan))), required, met)
    }

    /// The same of a grant.
    func require(
        _ rule: MatchRule?, _ key: [String: String], _ more: Int64, of before: Int64,
        _ plan: inout Plan
    ) {
        guard let rule else { return }
        let change =
            rule.required(for: Money(pence: before + more)).pence
            - rule.required(for: Money(pence: before)).pence
        let required = name("matchRequired", key)
        if change > 0 { return raise(change, key, &plan) }
        plan.move(
            min(-change, amount(required, after: plan)), required, name("matchTarget", key))
    }

    /// What match is put to, by whom, of what kind and for which year.
    private struct Offer {
        let owner: [String: String]
        let from: String
        let kind: String
        let year: String
    }

    private func account(_ head: String, _ offer: Offer) -> String {
        var key: [String: String?] = offer.owner.mapValues { Optional($0) }
        (key["mark"], key["organisation"], key["year"]) = (offer.kind, offer.from, offer.year)
        return name(head, key)
    }

    private func required(_ head: String, _ offer: Offer) -> String {
        var key: [String: String?] = offer.owner.mapValues { Optional($0) }
        key["year"] = offer.year
        return name(head, key)
    }

    /// The owner of match, and those who may not provide it.
    private func owner(
        _ award: Code?, _ grant: Code?, _ plan: inout Plan
    ) throws -> (key: [String: String], funders: Set<String>) {
        if let grant {
            let row = try self.grant(grant, &plan)
            if award == nil { return (["grant": grant.description], [row.funder]) }
        }
        guard let award else { throw refused("match-unnamed") }
        let row = try self.livingAward(award, &plan)
        guard grant == nil else { throw refused("match-unnamed") }
        let code = award.description
        let lines = ["reserved", "committed", "charged"].flatMap { holding($0, ["award": code]) }
        var funders: Set<String> = []
        for fund in Set(lines.map(\.fund) + [row.fund]) {
            guard case .fund(let row)? = self.row("fund/\(fund)") else { continue }
            for grant in row.grants {
                perhaps("grant/\(grant)", &plan)
                if case .grant(let row)? = self.row("grant/\(grant)") { funders.insert(row.funder) }
            }
        }
        return (["award": code], funders)
    }

    func plan(_ act: StageMatch) throws -> Plan {
        var plan = Plan()
        let (key, funders) = try owner(act.award, act.grant, &plan)
        try organisation(act.from, &plan)
        try check(act.amount)
        guard !funders.contains(act.from.description) else { throw refused("match-from-funder") }
        let offer = Offer(
            owner: key, from: act.from.description, kind: act.kind.rawValue,
            year: act.year.description)
        let pence = act.amount.pence
        let (offered, pledged, confirmed, evidenced) = (
            account("matchOffered", offer), account("matchPledged", offer),
            account("matchConfirmed", offer), account("matchEvidenced", offer)
        )
        switch act.stage {
        case .pledged: plan.move(pence, offered, pledged)
        case .confirmed:
            plan.move(max(0, pence - amount(pledged)), offered, pledged)
            plan.move(pence, pledged, confirmed)
        case .evidenced:
            let more = max(0, pence - amount(confirmed))
            plan.move(max(0, more - amount(pledged)), offered, pledged)
            plan.move(more, pledged, confirmed)
            plan.move(pence, confirmed, evidenced)
            let open = required("matchRequired", offer)
            plan.move(min(pence, amount(open)), open, required("matchMet", offer))
        }
        return plan
    }

    func plan(_ act: WithdrawMatch) throws -> Plan {
        var plan = Plan()
        let (key, _) = try owner(act.award, act.grant, &plan)
        try organisation(act.from, &plan)
        try check(act.amount)
        let offer = Offer(
            owner: key, from: act.from.description, kind: act.kind.rawValue,
            year: act.year.description)
        var left = act.amount.pence
        for head in ["matchPledged", "matchConfirmed", "matchEvidenced"] {
            let stage = account(head, offer)
            let part = min(left, amount(stage))
            left -= part
            plan.move(part, stage, account("matchOffered", offer))
        }
        guard left == 0 else { throw refused("match-in-use") }
        var parts = offer.owner
        parts["year"] = offer.year
        let evidenced = holding("matchEvidenced", parts, after: plan).reduce(0) { $0 + $1.amount }
        let met = required("matchMet", offer)
        plan.move(max(0, amount(met) - evidenced), met, required("matchRequired", offer))
        return plan
    }
}
