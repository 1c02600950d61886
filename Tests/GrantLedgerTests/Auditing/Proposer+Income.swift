import GrantLedger

extension Proposer {
    /// Who is said to have authorised something: a second person, now and then the one who acts.
    mutating func authority() -> Note {
        guard hasPeople else { return words("The commissioner") }
        return words(random.chance(90) ? "SECOND" : random.one(of: "TESTER", "NOBODY"))
    }

    /// Money received, given back, held for partners, reserved.
    mutating func income(_ view: View) -> (any Act)? {
        let year = random.pick(years) ?? years[0]
        switch random.below(20) {
        case ..<9: return grantMoney(view, year)
        case ..<12: return repayment(view)
        case ..<14:
            let fund = random.chance(75) ? code("PART") : random.pick(funds) ?? funds[0]
            return ReceiveContribution(
                fund: fund, year: year, amount: amount(9_000), from: code("PARTNER"))
        case ..<16:
            let fund = random.pick(funds) ?? funds[0]
            return ReserveMoney(fund: fund, amount: amount(20_000), reason: words("Set aside"))
        case ..<17:
            let held = random.pick(view.held("earmarkedReserve"))
            return DrawReserve(
                fund: held.flatMap { Code($0.fund) } ?? funds[0],
                amount: amount(held?.amount ?? 500), reason: words("Used"))
        case ..<19: return callReserve(view)
        default: return ownBid(view)
        }
    }

    private mutating func grantMoney(_ view: View, _ year: FinancialYear) -> (any Act)? {
        let ahead = view.grants.filter { $0.row.basis == .advance }
        guard let grant = random.pick(random.chance(80) && !ahead.isEmpty ? ahead : view.grants)
        else { return nil }
        let text = grant.code.description
        let parts = ["grant": text, "year": year.description]
        if random.chance(35) {
            let held = view.sum("heldAsAgent", ["grant": text])
            let partner = code(random.chance(90) ? "PARTNER" : "ORG-1")
            if random.chance(50) || held == 0 {
                return ReceiveGrant(
                    grant: grant.code, year: year, amount: amount(9_000), partner: partner)
            }
            return PassToPartner(grant: grant.code, partner: partner, amount: amount(held))
        }
        let room =
            view.sum("claimCeiling", parts) - view.sum("received", parts)
            - view.sum("receiptsInAdvance", parts)
        return ReceiveGrant(
            grant: grant.code, year: year,
            amount: amount(random.chance(60) ? min(room, 30_000) : room))
    }

    private mutating func repayment(_ view: View) -> (any Act)? {
        if random.chance(40), let owed = random.pick(view.held("repayableToFunder")),
            let grant = owed.key["grant"].flatMap({ Code($0) }),
            let year = FinancialYear(owed.year)
        {
            return RepayGrant(grant: grant, year: year, amount: amount(owed.amount))
        }
        guard let grant = random.pick(view.grants) else { return nil }
        let year = random.pick(years) ?? years[0]
        return surrender(view, grant, year, all: false)
    }

    /// Gives back to a funder what is unallocated, as far as it is not yet earned.
    mutating func surrender(
        _ view: View, _ grant: (code: Code, row: Auditor.GrantRow), _ year: FinancialYear,
        all: Bool
    ) -> any Act {
        let free = view.sum("unallocated", ["fund": grant.row.fund, "year": year.description])
        let open = view.sum(
            "notYetEarned", ["grant": grant.code.description, "year": year.description])
        let most = min(free, open)
        return SurrenderGrant(
            grant: grant.code, year: year,
            amount: all && most > 0 ? Money(pence: most) : amount(most),
            reason: words("Not needed"))
    }

    private mutating func callReserve(_ view: View) -> (any Act)? {
        guard let over = random.pick(view.held("overProgrammingAuthorised")),
            let fund = Code(over.fund), let year = FinancialYear(over.year)
        else { return nil }
        let reserve = view.sum("earmarkedReserve", ["fund": over.fund])
        if reserve == 0, random.chance(70) {
            return ReserveMoney(
                fund: fund, amount: Money(pence: over.amount), reason: words("For it"))
        }
        return CallReserve(
            fund: fund, round: over.key["round"].flatMap { Code($0) }, year: year,
            amount: amount(min(over.amount, max(1, reserve))), authorisedBy: authority(),
            reason: words("It was spent"))
    }

    private mutating func ownBid(_ view: View) -> (any Act)? {
        if let bid = random.pick(view.ownBids), random.chance(55) {
            let won = random.chance(50) ? random.pick(view.grants)?.code : nil
            return SettleOwnBid(bid: bid, grant: won, reason: won == nil ? words("Lost") : nil)
        }
        let lines = [ProfileLine(year: years[0], amount: amount(90_000))]
        let isTaken = random.chance(5) && !view.ownBids.isEmpty
        return SubmitOwnBid(
            code: isTaken ? view.ownBids[0] : fresh("OB", freed: view.freed("ownBid")),
            funder: code("HOME-OFFICE"), title: words("A bid of our own"), profile: lines,
            total: random.chance(20) ? lines.total + Money(pence: 5) : nil)
    }

    mutating func ownCost(_ view: View) -> (any Act)? {
        let fund = random.pick(funds) ?? funds[0]
        let year = random.pick(years) ?? years[0]
        let free = view.sum(
            "unallocated", ["fund": fund.description, "year": year.description])
        return RecordCost(
            fund: fund, year: year, category: random.pick(categories) ?? categories[0],
            amount: amount(random.chance(70) ? min(free, 12_000) : free),
            supplier: words("A supplier"))
    }

    // MARK: Claims

    mutating func claim(_ view: View) -> (any Act)? {
        if random.chance(8), let claim = random.pick(view.claims)?.code {
            return disallow(view, claim, 90_000)
        }
        let open = view.held("grantDebtors")
        if let chosen = random.pick(open), random.chance(55),
            let claim = chosen.key["claim"].flatMap({ Code($0) })
        {
            if random.chance(55) {
                return ReceiveClaim(claim: claim, amount: amount(chosen.amount))
            }
            return disallow(view, claim, chosen.amount)
        }
        let earned = view.held("earnedClaimable")
        let chosen = random.chance(90) ? random.pick(earned) : nil
        guard
            let grant = chosen?.key["grant"].flatMap({ Code($0) }) ?? random.pick(view.grants)?.code
        else { return nil }
        let year = chosen.flatMap { FinancialYear($0.year) } ?? random.pick(years) ?? years[0]
        let lines = view.auditor.claimable(grant.description, year.description, to: nil)
        var leave: [ClaimLine.Source] = []
        if random.chance(20), let line = random.pick(lines) { leave = [line.source] }
        if random.chance(2) { leave.append(ClaimLine.Source(cost: 999, category: categories[0])) }
        let isTaken = random.chance(3) && !view.claims.isEmpty
        return MakeClaim(
            code: isTaken ? view.claims[0].code : fresh("C", freed: view.freed("claim")),
            grant: grant, year: year,
            quarter: random.chance(25) ? 1 + random.below(4) : nil, leave: leave)
    }

    private mutating func disallow(_ view: View, _ code: Code, _ owed: Int64) -> (any Act)? {
        guard let claim = view.claims.first(where: { $0.code == code })?.row else { return nil }
        let place = random.below(claim.lines.count)
        let line = claim.lines[place]
        let bears = random.chance(92) ? random.pick(own) : random.pick(funds)
        return DisallowClaim(
            claim: code, line: random.chance(3) ? claim.lines.count + 1 : place + 1,
            amount: amount(
                random.chance(80)
                    ? min(line.amount - line.disallowed, owed) : line.amount - line.disallowed),
            borneBy: bears ?? funds[0],
            reason: words("Not eligible"))
    }

    // MARK: Match

    mutating func match(_ view: View) -> (any Act)? {
        let required = random.pick(view.held("matchRequired"))
        var award = required?.key["award"].flatMap { Code($0) }
        var grant = required?.key["grant"].flatMap { Code($0) }
        if required == nil || random.chance(20) {
            let isOfAward = random.chance(50)
            award = isOfAward ? random.pick(view.awards)?.code : nil
            grant = isOfAward ? nil : random.pick(view.grants)?.code
            if award == nil, grant == nil, random.chance(90) { return nil }
        }
        let year = required.flatMap { FinancialYear($0.year) } ?? random.pick(years) ?? years[0]
        let from = code(random.chance(94) ? random.one(of: "PARTNER", "ORG-1") : "HOME-OFFICE")
        let kind: MatchOffer.Kind = random.one(of: .cash, .inKind)
        if random.chance(25) {
            let reached = ["matchPledged", "matchConfirmed", "matchEvidenced"].flatMap { head in
                view.held(head).filter { $0.key["award"] != nil || $0.key["grant"] != nil }
            }
            guard let chosen = random.pick(reached),
                let from = chosen.key["organisation"].flatMap({ Code($0) }),
                let year = FinancialYear(chosen.year)
            else { return nil }
            return WithdrawMatch(
                award: chosen.key["award"].flatMap { Code($0) },
                grant: chosen.key["grant"].flatMap { Code($0) }, from: from,
                kind: MatchOffer.Kind(rawValue: chosen.key["mark"] ?? "") ?? .cash, year: year,
                amount: amount(chosen.amount), reason: words("Fell through"))
        }
        return StageMatch(
            award: award, grant: grant, from: from, kind: kind, year: year,
            amount: amount(required?.amount ?? 9_000),
            stage: random.one(of: .pledged, .confirmed, .evidenced))
    }
}
