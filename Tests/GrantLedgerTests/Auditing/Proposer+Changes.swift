import GrantLedger

extension Proposer {
    /// What happens to a signed award besides payments and returns.
    mutating func later(_ view: View) -> (any Act)? {
        let mobile = view.signed.filter { award in
            view.sum("virementHeadroom", ["award": award.code.description]) > 0
        }
        let living = mobile.isEmpty || random.chance(60) ? view.signed : mobile
        guard let award = random.pick(random.chance(92) ? living : view.awards) else {
            return nil
        }
        let year = random.pick(view.years(of: award.code)) ?? years[0]
        switch random.below(20) {
        case ..<5: return vire(view, award, year)
        case ..<7: return reprofile(view, award)
        case ..<8:
            return ForecastAward(
                award: award.code, year: year, amount: amount(20_000), reason: nil)
        case ..<9:
            return WithholdFact(
                award: award.code, field: words("recipient"), reason: words("At risk"))
        case ..<12: return move(view, award, year)
        case ..<17: return carry(view, award, year)
        case ..<18: return FinishAward(award: award.code, reason: words("Ended"))
        default: return carryFunding(view, year)
        }
    }

    private mutating func vire(
        _ view: View, _ award: (code: Code, row: Auditor.AwardRow), _ year: FinancialYear
    ) -> any Act {
        let parts = ["award": award.code.description, "year": year.description]
        let held = random.pick(view.held("committed", parts))
        let from = held?.key["category"].flatMap { Code($0) } ?? categories[0]
        let room = view.sum("virementHeadroom", parts)
        return VireAward(
            award: award.code,
            fund: random.chance(15) ? held.flatMap { Code($0.fund) } : nil, year: year, from: from,
            to: random.chance(90) ? categories.first { $0 != from } ?? categories[1] : from,
            amount: amount(min(room == 0 ? 300 : room, held?.amount ?? 300)),
            reason: words("Agreed"))
    }

    private mutating func reprofile(
        _ view: View, _ award: (code: Code, row: Auditor.AwardRow)
    ) -> (any Act)? {
        var awarded: [[String]: Int64] = [:]
        for head in ["reserved", "committed", "charged"] {
            for held in view.held(head, ["award": award.code.description]) {
                awarded[[held.fund, held.year], default: 0] += held.amount
            }
        }
        var profile: Profile = []
        for (key, pence) in awarded.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            guard let year = FinancialYear(key[1]), pence > 3 else { return nil }
            let first = pence / 3
            for (quarter, part) in [(1, first), (3, pence - first)] {
                profile.append(
                    ProfileLine(
                        fund: Code(key[0]), year: year, quarter: quarter,
                        amount: Money(pence: part)))
            }
        }
        if random.chance(12), !profile.isEmpty { profile[0].amount += Money(pence: 5) }
        return profile.isEmpty
            ? nil : ReprofileAward(award: award.code, profile: profile, reason: words("Later"))
    }

    private mutating func move(
        _ view: View, _ award: (code: Code, row: Auditor.AwardRow), _ year: FinancialYear
    ) -> any Act {
        let parts = ["award": award.code.description, "year": year.description]
        let head = award.row.isSigned ? "committed" : "reserved"
        let held = random.pick(view.held(head, parts))
        let from = held.flatMap { Code($0.fund) } ?? award.row.fund.code
        let to = random.pick(funds) ?? funds[0]
        let room = view.sum("unallocated", ["fund": to.description, "year": year.description])
        return MoveAward(
            award: award.code, year: year, from: from, to: to,
            category: award.row.hasCategories && random.chance(92)
                ? held?.key["category"].flatMap { Code($0) } : nil,
            amount: amount(min(held?.amount ?? 500, max(1, room))), reason: words("Agreed"))
    }

    /// Carries money of an award, mostly into the year after.
    mutating func carry(
        _ view: View, _ award: (code: Code, row: Auditor.AwardRow), _ year: FinancialYear
    ) -> any Act {
        let parts = ["award": award.code.description, "year": year.description]
        let committed = view.sum("committed", parts)
        let free =
            view.sum("paymentScheduled", parts.merging(["instalment": "0"]) { $1 })
            + view.sum("paymentsOnAccount", parts)
        let to = random.chance(95) ? year.next ?? year : random.pick(years) ?? year
        return CarryAward(
            award: award.code,
            fund: random.chance(15) ? random.pick(view.held("committed", parts))?.fund.code : nil,
            from: year, to: to,
            amount: amount(random.chance(70) ? min(committed, free) : committed),
            consent: words("HO consent 1"))
    }

    mutating func carryFunding(_ view: View, _ year: FinancialYear) -> (any Act)? {
        let parts = ["year": year.description]
        let held = view.held("roundAvailable", parts) + view.held("unallocated", parts)
        guard let chosen = random.pick(held), let fund = Code(chosen.fund) else { return nil }
        return CarryFunding(
            fund: fund, round: chosen.key["round"].flatMap { Code($0) }, from: year,
            to: random.chance(94) ? year.next ?? year : random.pick(years) ?? year,
            amount: amount(min(chosen.amount, random.chance(50) ? 9_000 : chosen.amount)),
            consent: words("HO consent 2"))
    }

    mutating func clawback(_ view: View) -> (any Act)? {
        let debts = view.held("clawbackDebtors")
        let isDebt = !debts.isEmpty && random.chance(65)
        guard
            let held = random.pick(isDebt ? debts : view.held("paymentsOnAccount")),
            let award = held.key["award"].flatMap({ Code($0) }),
            let year = FinancialYear(held.year)
        else { return nil }
        let fund = random.chance(20) ? held.fund.code : nil
        guard isDebt else {
            return RaiseClawback(
                award: award, fund: fund, year: year, amount: amount(held.amount),
                reason: words("Unspent"))
        }
        if random.chance(60) {
            return ReceiveClawback(
                award: award, fund: fund, year: year, amount: amount(held.amount))
        }
        return WriteOffClawback(
            award: award, fund: fund, year: year, amount: amount(held.amount),
            reason: words("It cannot pay"))
    }
}

extension String {
    /// The code this is.
    var code: Code { Code(self) ?? .general }
}
