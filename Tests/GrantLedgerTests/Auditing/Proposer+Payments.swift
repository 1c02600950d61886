import GrantLedger

extension Proposer {
    mutating func payment(_ view: View) -> (any Act)? {
        guard let award = random.pick(view.signed) else { return nil }
        let text = award.code.description
        let open = view.instalments.filter { $0.award == text }
        let unscheduled = view.sum("paymentScheduled", ["award": text, "instalment": "0"])
        if open.isEmpty || unscheduled > 0 && random.chance(30) {
            return schedule(view, award)
        }
        let live = open.filter { $0.status != .paid && $0.status != .withdrawn }
        guard let chosen = random.pick(random.chance(90) && !live.isEmpty ? live : open) else {
            return nil
        }
        let number = random.chance(2) ? 99 : chosen.number
        switch random.below(20) {
        case ..<2:
            return HoldInstalment(award: award.code, number: number, reason: words("A question"))
        case ..<5:
            return ReleaseInstalment(
                award: award.code, number: number,
                authorisedBy: random.chance(30) ? authority() : nil,
                reason: words("Released"))
        case ..<6: return WithdrawInstalment(award: award.code, number: number)
        case ..<8:
            let payments = view.auditor.done.indices.filter { index in
                view.auditor.done[index].kind == .payInstalment || random.chance(2)
            }
            guard let payment = random.pick(payments) else { return nil }
            return ReturnPayment(entry: payment + 1, reason: words("Account closed"))
        default:
            let parts = ["award": text, "instalment": String(number), "year": chosen.year]
            let released = view.sum("paymentReleased", parts)
            return PayInstalment(
                award: award.code, number: number,
                amount: random.chance(40) ? nil : amount(released))
        }
    }

    private mutating func schedule(
        _ view: View, _ award: (code: Code, row: Auditor.AwardRow)
    ) -> any Act {
        let text = award.code.description
        let year = random.pick(view.years(of: award.code)) ?? years[0]
        let parts = ["award": text, "instalment": "0", "year": year.description]
        let lines = view.auditor.holding("paymentScheduled", parts)
        let fund = random.chance(10) ? random.pick(lines).flatMap { Code($0.fund) } : nil
        let left = lines.filter { fund == nil || $0.fund == fund?.description }
            .reduce(0) { $0 + $1.amount }
        let wait: ScheduleInstalments.Wait
        switch random.below(10) {
        case ..<4: wait = .policy
        case ..<7: wait = .nothing
        default:
            let frequency = random.chance(90) ? award.row.returns : .quarterly
            let period = random.pick(frequency.periods(of: year))
            wait = period.map { .acceptance(of: $0) } ?? .policy
        }
        let isQuarterly = random.chance(20) && left >= 8
        return ScheduleInstalments(
            award: award.code, fund: fund, year: year,
            amount: isQuarterly || random.chance(25) ? nil : amount(left),
            due: isQuarterly ? nil : day("2019-09-30"), wait: wait)
    }

    mutating func monitoringReturn(_ view: View) -> (any Act)? {
        let open = view.returns.filter { $0.status == .submitted }
        let accepted = view.returns.filter { $0.status == .accepted }
        switch random.below(20) {
        case ..<8:
            guard let chosen = random.pick(random.chance(92) ? open : view.returns) else {
                return submit(view)
            }
            return accept(chosen)
        case 8:
            guard let chosen = random.pick(view.returns), let award = Code(chosen.award) else {
                return nil
            }
            return QueryReturn(award: award, period: chosen.period, reason: words("Which?"))
        case 9:
            guard let chosen = random.pick(view.returns), let award = Code(chosen.award) else {
                return nil
            }
            return RejectReturn(award: award, period: chosen.period, reason: words("Unsigned"))
        case ..<13:
            guard let chosen = random.pick(accepted) else { return submit(view) }
            return disallow(view, chosen)
        default: return submit(view)
        }
    }

    private mutating func accept(_ chosen: Auditor.ReturnRow) -> (any Act)? {
        guard let award = Code(chosen.award) else { return nil }
        var disallow: [CategoryAmount] = []
        if random.chance(30), let line = random.pick(chosen.spend) {
            disallow = [
                CategoryAmount(category: line.category, amount: amount(line.amount.pence))
            ]
        }
        return AcceptReturn(
            award: award, period: chosen.period, disallow: disallow,
            reason: disallow.isEmpty ? nil : words("Not eligible"))
    }

    private mutating func disallow(_ view: View, _ chosen: Auditor.ReturnRow) -> (any Act)? {
        guard let award = Code(chosen.award), let line = random.pick(chosen.spend) else {
            return nil
        }
        let parts = [
            "award": chosen.award, "period": chosen.period.description,
            "category": line.category.description,
        ]
        let held = view.auditor.holding("charged", parts)
        let fund = random.chance(20) ? random.pick(held).flatMap { Code($0.fund) } : nil
        let most = held.filter { fund == nil || $0.fund == fund?.description }
        return DisallowSpend(
            award: award, period: chosen.period, fund: fund, category: line.category,
            amount: amount(most.reduce(0) { $0 + $1.amount }), reason: words("Ineligible"))
    }

    private mutating func submit(_ view: View) -> (any Act)? {
        guard let award = random.pick(random.chance(97) ? view.signed : view.awards) else {
            return nil
        }
        let text = award.code.description
        let year = random.pick(view.years(of: award.code)) ?? years[0]
        let frequency = random.chance(96) ? award.row.returns : .halfYearly
        let queried = view.returns.filter { $0.award == text && $0.status == .queried }
        let taken = Set(view.returns.filter { $0.award == text }.map(\.period))
        let free = frequency.periods(of: year).filter { !taken.contains($0) }
        let period = random.chance(60) ? queried.first?.period ?? free.first : nil
        guard let period = period ?? random.pick(frequency.periods(of: year)) else { return nil }
        let held = view.auditor.holding(
            "committed", ["award": text, "year": period.year.description])
        var spend: [CategoryAmount] = []
        for category in categories where spend.isEmpty || random.chance(40) {
            let mine = held.filter {
                !award.row.hasCategories || $0.key["category"] == category.description
            }
            let most = mine.reduce(0) { $0 + $1.amount }
            guard most > 0 else { continue }
            let fund = random.chance(8) ? random.pick(mine).flatMap { Code($0.fund) } : nil
            let part = random.chance(40) ? most / 2 : most
            spend.append(
                CategoryAmount(fund: fund, category: category, amount: amount(part)))
        }
        let isToDate = random.chance(15)
        if isToDate { addBefore(&spend, view.auditor.reportedBefore(period, text)) }
        if spend.isEmpty { spend = [CategoryAmount(category: categories[0], amount: amount(900))] }
        return SubmitReturn(
            award: award.code, period: period, spend: spend, toDate: isToDate)
    }

    /// Makes figures of the period figures of the year to date: mostly well, sometimes not.
    private mutating func addBefore(_ spend: inout [CategoryAmount], _ before: [[String]: Int64]) {
        for (key, pence) in before.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            guard random.chance(92), let category = Code(key[1]) else { continue }
            let place = spend.firstIndex { line in
                line.category == category && (line.fund?.description ?? "") == key[0]
            }
            if let place {
                spend[place].amount += Money(pence: pence)
            } else {
                let amount = Money(pence: pence)
                spend.append(
                    CategoryAmount(fund: Code(key[0]), category: category, amount: amount))
            }
        }
    }

    mutating func reversal(_ view: View) -> (any Act)? {
        let count = view.auditor.done.count
        let recent = max(1, count - random.below(min(count, random.chance(75) ? 10 : count)))
        let number = random.chance(2) ? count + 5 : recent
        return number == 1 ? nil : ReverseEntry(entry: number, reason: words("Entered in error"))
    }
}
