import GrantLedger

extension Proposer {
    /// Estimates, accruals and their reversals.
    mutating func accrual(_ view: View) -> (any Act)? {
        let accrued = view.estimates.filter { $0.status == .accrued }
        let open = view.estimates.filter { $0.status == .estimated }
        if random.chance(12), let one = random.pick(accrued) {
            return ReverseAccrual(award: one.award.code, period: one.period)
        }
        if random.chance(50), let one = random.pick(random.chance(95) ? open : view.estimates) {
            return AccrueReturn(award: one.award.code, period: one.period)
        }
        guard let award = random.pick(view.signed) else { return nil }
        return estimate(view, award, random.pick(view.years(of: award.code)) ?? years[0])
    }

    /// Estimates a return that has not come.
    mutating func estimate(
        _ view: View, _ award: (code: Code, row: Auditor.AwardRow), _ year: FinancialYear
    ) -> (any Act)? {
        let text = award.code.description
        let accepted = Set(
            view.returns.filter { $0.award == text && $0.status == .accepted }.map(\.period))
        let periods = award.row.returns.periods(of: year)
        let free = periods.filter { !accepted.contains($0) }
        guard let period = random.pick(random.chance(95) && !free.isEmpty ? free : periods) else {
            return nil
        }
        let held = view.held("committed", ["award": text, "year": year.description])
        guard let one = random.pick(held) else { return nil }
        let category =
            award.row.hasCategories
            ? one.key["category"].flatMap { Code($0) } ?? categories[0]
            : random.pick(categories) ?? categories[0]
        return EstimateReturn(
            award: award.code, period: period,
            spend: [CategoryAmount(category: category, amount: amount(one.amount))],
            basis: words("By telephone"))
    }

    /// Years closed, reopened, adjusted.
    mutating func yearEnd(_ view: View) -> (any Act)? {
        let closed = view.auditor.closedYears.sorted().compactMap { FinancialYear($0) }
        guard let year = random.pick(closed), random.chance(90) else {
            return CloseYear(year: random.pick(years) ?? years[0])
        }
        if random.chance(12) {
            return ReopenYear(
                year: random.chance(92) ? year : random.pick(years) ?? year,
                authorisedBy: authority(), reason: words("Found wrong"))
        }
        return adjustment(view, year)
    }

    private mutating func adjustment(_ view: View, _ year: FinancialYear) -> (any Act)? {
        guard let act = adjustable(view, year) else { return nil }
        func adjust<Asked: Act>(_ act: Asked, _ who: Note) -> AdjustLate? {
            try? AdjustLate(act, in: year, authorisedBy: who, reason: words("Found late"))
        }
        return adjust(act, authority())
    }

    private mutating func adjustable(_ view: View, _ year: FinancialYear) -> (any Act)? {
        let parts = ["year": year.description]
        switch random.below(6) {
        case 0:
            return ApproveFunding(
                fund: funds[0], profile: [ProfileLine(year: year, amount: amount(2_000))])
        case 1:
            return RecordCost(
                fund: random.pick(funds) ?? funds[0], year: year, category: categories[0],
                amount: amount(view.sum("unallocated", parts)), supplier: words("A supplier"))
        case 2: return monitoringReturn(view)
        case 3: return clawback(view)
        case 4:
            guard let held = random.pick(view.held("committed", parts)) else { return nil }
            return LapseAward(
                award: (held.key["award"] ?? "").code, year: year,
                amount: random.chance(50) ? nil : amount(held.amount), reason: words("Unspent"))
        default:
            guard let grant = random.pick(view.grants) else { return nil }
            return surrender(view, grant, year, all: random.chance(50))
        }
    }

    // MARK: Lives

    /// The first year that is not closed.
    private func openYear(_ view: View) -> FinancialYear? {
        years.first { !view.auditor.isClosed($0.description) }
    }

    /// A life: a while of anything, then the year is cleared and closed, then what follows.
    mutating func drawOfLife(_ view: View) -> (any Act)? {
        guard steps > 32, let year = openYear(view), year == years[0] || random.chance(30) else {
            let isAfter = view.auditor.isClosed(years[0].description)
            if isAfter, random.chance(35) { return settle(view) }
            return draw(view)
        }
        if today < year.lastDay { today = year.lastDay }
        guard random.chance(85) else { return draw(view) }
        if !view.waiting.isEmpty, random.chance(80) { return twoPeople(view) }
        return clear(view, year)
            ?? CloseYear(
                year: year, explanation: random.chance(80) ? words("It was promised") : nil)
    }

    /// What follows a close: accruals reversed, late returns, creditors, claims, adjustments.
    private mutating func settle(_ view: View) -> (any Act)? {
        let accrued = view.estimates.filter { $0.status == .accrued }
        if let one = random.pick(accrued), random.chance(60) {
            if random.chance(35) {
                return SubmitReturn(
                    award: one.award.code, period: one.period,
                    spend: one.spend.map { line in
                        var line = line
                        line.amount = amount(line.amount.pence)
                        return line
                    })
            }
            return ReverseAccrual(award: one.award.code, period: one.period)
        }
        switch random.below(10) {
        case ..<3: return yearEnd(view)
        case ..<6: return claim(view)
        case ..<7: return clawback(view)
        case ..<9: return monitoringReturn(view)
        default: return payment(view)
        }
    }

    /// The next thing that stands between a year and its close, cleared; nil where nothing does.
    private mutating func clear(_ view: View, _ year: FinancialYear) -> (any Act)? {
        let parts = ["year": year.description]
        if let over = random.pick(view.held("overProgrammingAuthorised", parts)) {
            return withdraw(view, over, year)
        }
        if let held = random.pick(view.held("reserved", parts)) {
            let award = (held.key["award"] ?? "").code
            return random.chance(20)
                ? SignAward(award: award, returns: .quarterly)
                : LapseAward(award: award, year: year, reason: words("Never signed"))
        }
        if let held = random.pick(view.held("committed", parts)) {
            return clear(view, (held.key["award"] ?? "").code, year)
        }
        if let held = random.pick(view.held("roundAvailable", parts)),
            let round = held.key["round"].flatMap({ Code($0) })
        {
            guard random.chance(30) else {
                return TakeFromRound(
                    round: round, year: year, amount: Money(pence: held.amount),
                    reason: words("Left over"))
            }
            return CarryFunding(
                fund: held.fund.code, round: round, from: year, to: year.next ?? year,
                amount: Money(pence: held.amount), consent: words("HO consent 3"))
        }
        guard let held = random.pick(view.held("unallocated", parts)) else { return nil }
        let grants = view.grants.filter { $0.row.fund == held.fund && $0.row.status == .confirmed }
        if let grant = random.pick(grants), random.chance(60) {
            return surrender(view, grant, year, all: true)
        }
        if own.contains(held.fund.code), random.chance(60) {
            return ReduceFunding(
                fund: held.fund.code, year: year, amount: Money(pence: held.amount),
                reason: words("Unspent"))
        }
        return CarryFunding(
            fund: held.fund.code, from: year, to: year.next ?? year,
            amount: Money(pence: held.amount), consent: words("HO consent 3"))
    }

    private mutating func withdraw(
        _ view: View, _ over: Auditor.Holding, _ year: FinancialYear
    ) -> (any Act)? {
        let round = over.key["round"]
        var parts = ["fund": over.fund, "year": over.year]
        parts["round"] = round
        let free = view.sum(round == nil ? "unallocated" : "roundAvailable", parts)
        if free >= over.amount || free > 0 && random.chance(50) {
            return WithdrawOverProgramming(
                fund: over.fund.code, round: round?.code, year: year,
                amount: Money(pence: min(free, over.amount)), reason: words("Not needed"))
        }
        guard view.sum("earmarkedReserve", ["fund": over.fund]) >= over.amount else {
            return ReserveMoney(
                fund: over.fund.code, amount: Money(pence: over.amount), reason: words("For it"))
        }
        return CallReserve(
            fund: over.fund.code, round: round?.code, year: year,
            amount: Money(pence: over.amount), authorisedBy: authority(),
            reason: words("It was spent"))
    }

    /// Clears what an award has committed in a year.
    private mutating func clear(_ view: View, _ code: Code, _ year: FinancialYear) -> (any Act)? {
        let text = code.description
        guard let award = view.awards.first(where: { $0.code == code }) else { return nil }
        let submitted = view.returns.filter {
            $0.award == text && $0.period.year == year && $0.status == .submitted
        }
        if let report = random.pick(submitted), random.chance(50) {
            return AcceptReturn(award: code, period: report.period)
        }
        let parts = ["award": text, "year": year.description]
        let estimates = view.estimates.filter {
            $0.award == text && $0.period.year == year && $0.status == .estimated
        }
        if let one = random.pick(estimates), random.chance(60) {
            return AccrueReturn(award: code, period: one.period)
        }
        if random.chance(25) { return estimate(view, award, year) }
        let unpaid = view.instalments.filter {
            $0.award == text && $0.year == year.description && $0.status != .paid
                && $0.status != .withdrawn
        }
        if let one = random.pick(unpaid) {
            return random.chance(70) || one.status != .released
                ? WithdrawInstalment(award: code, number: one.number)
                : PayInstalment(award: code, number: one.number, amount: nil)
        }
        let held = view.sum("paymentsOnAccount", parts)
        if held > 0, random.chance(50) {
            return RaiseClawback(
                award: code, year: year, amount: Money(pence: held), reason: words("Unspent"))
        }
        if random.chance(10) { return FinishAward(award: code, reason: words("Over")) }
        if held > 0 || random.chance(40) {
            return CarryAward(
                award: code, from: year, to: year.next ?? year,
                amount: Money(pence: view.sum("committed", parts)), consent: words("HO consent 4"))
        }
        return LapseAward(award: code, year: year, reason: words("Unspent"))
    }
}
