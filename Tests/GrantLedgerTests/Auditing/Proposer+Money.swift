import GrantLedger

extension Proposer {
    /// Funds, grants and rounds.
    mutating func money(_ view: View) -> (any Act)? {
        let year = random.pick(years) ?? years[0]
        switch random.below(20) {
        case ..<2: return approve(view, year)
        case ..<4:
            let fund = random.pick(funds) ?? funds[0]
            return ReduceFunding(
                fund: fund, year: year, amount: amount(unallocated(view, fund, year)),
                reason: words("Cut"))
        case ..<8: return overProgramming(view, year)
        case ..<12: return grants(view, year)
        case ..<13:
            let fund = random.pick(funds) ?? funds[0]
            return round(fresh("R"), fund, 500, 9_000)
        default: return rounds(view, year)
        }
    }

    private func unallocated(_ view: View, _ fund: Code, _ year: FinancialYear) -> Int64 {
        view.sum("unallocated", ["fund": fund.description, "year": year.description])
    }

    private mutating func approve(_ view: View, _ year: FinancialYear) -> any Act {
        let line = ProfileLine(year: year, amount: amount(20_000))
        return ApproveFunding(
            fund: (random.chance(85) ? random.pick(own) : random.pick(funds)) ?? funds[0],
            profile: [line],
            total: random.chance(20) ? line.amount + Money(pence: random.chance(30) ? 5 : 0) : nil)
    }

    private mutating func overProgramming(_ view: View, _ year: FinancialYear) -> (any Act)? {
        guard let chosen = random.pick(view.rounds), let fund = Code(chosen.row.fund) else {
            return nil
        }
        let round = random.chance(60) ? chosen.code : nil
        if random.chance(55) {
            return OverProgramme(
                fund: fund, round: round, year: year, amount: amount(9_000),
                authorisedBy: authority(), reason: words("Slippage is expected"),
                underwrittenBy: words("The general reserve"))
        }
        let standing = view.auditor.holding("overProgrammingAuthorised", [:])
        let one = random.pick(standing)
        let of = one.flatMap { Code($0.fund) } ?? fund
        let named = one.map { $0.key["round"].flatMap { Code($0) } } ?? round
        return WithdrawOverProgramming(
            fund: of, round: named, year: one.flatMap { FinancialYear($0.year) } ?? year,
            amount: amount(one?.amount ?? 5_000), reason: words("No longer needed"))
    }

    private mutating func grants(_ view: View, _ year: FinancialYear) -> (any Act)? {
        guard let grant = random.pick(view.grants), let fund = Code(grant.row.fund) else {
            return nil
        }
        let waiting = view.grants.filter { $0.row.status != .confirmed }
        if random.chance(8) {
            let fund = random.pick(random.chance(85) ? granted : funds) ?? funds[1]
            return self.grant(
                fresh("G-").description, fund, fund == code("ADV") ? .advance : .arrears,
                random.one(of: .confirmed, .indicative, .provisional))
        }
        if random.chance(waiting.isEmpty ? 5 : 45) {
            return confirm(random.pick(waiting) ?? grant)
        }
        let isDown = random.chance(50)
        let size = amount(isDown ? unallocated(view, fund, year) : 20_000)
        return VaryGrant(
            grant: grant.code, year: year, amount: isDown ? -size : size, reason: words("Agreed"))
    }

    private mutating func confirm(_ grant: (code: Code, row: Auditor.GrantRow)) -> any Act {
        let isAsExpected = random.chance(40)
        let lines = grant.row.years.sorted { $0.key < $1.key }.compactMap { year, pence in
            FinancialYear(year).map {
                ProfileLine(year: $0, amount: Money(pence: max(1, pence - 30_000)))
            }
        }
        var profile = lines
        for index in profile.indices {
            profile[index].amount += Money(pence: Int64(random.below(40_000)))
        }
        return ConfirmGrant(
            grant: grant.code, profile: isAsExpected ? nil : profile, agreement: words("HO/1"),
            underwrittenBy: random.chance(40) ? words("The reserve") : nil)
    }

    private mutating func rounds(_ view: View, _ year: FinancialYear) -> (any Act)? {
        guard let round = random.pick(view.rounds), let fund = Code(round.row.fund) else {
            return nil
        }
        if random.chance(5) { return CloseRound(round: round.code) }
        if random.chance(50) {
            return AddToRound(
                round: round.code, year: random.chance(4) ? GrantLedgerYear.far : year,
                amount: amount(unallocated(view, fund, year)), reason: words("More bids"))
        }
        let parts = ["round": round.code.description, "year": year.description]
        return TakeFromRound(
            round: round.code, year: year, amount: amount(view.sum("roundAvailable", parts)),
            reason: words("Fewer bids"))
    }

    /// Registers.
    mutating func fact(_ view: View) -> (any Act)? {
        switch random.below(6) {
        case 0:
            let isAlike = random.chance(40)
            let name = isAlike ? "body  org-1" : "Body \(random.below(1_000_000))"
            return AddOrganisation(
                code: fresh("O"), name: words(name), distinct: random.chance(30))
        case 1: return AddOrganisation(code: recipients[0], name: words("Another"))
        case 2: return OpenFund(code: funds[0], title: words("Again"), source: .other)
        case 3:
            return AnnounceFigure(
                register: .grant, of: code(random.chance(80) ? "G-ARR" : "G-NONE"),
                amount: amount(100_000), source: words("A press notice"), date: day("2019-05-01"))
        case 4:
            return ChangeFact(
                register: .fund, code: random.pick(funds) ?? funds[0],
                changes: ["title": "Title \(random.below(1_000_000))"], reason: words("Renamed"))
        default: return ApproveFunding(fund: code("NO-FUND"), profile: [])
        }
    }
}

/// A year no round offers.
private enum GrantLedgerYear {
    static let far = year(2031)
}
