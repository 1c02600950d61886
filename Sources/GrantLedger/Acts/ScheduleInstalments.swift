/// Plans one payment of an award, or the four quarterly payments of a year.
///
/// Posts C Dr paymentScheduled[0] / Cr paymentScheduled[N], shared over the lines of the year by
/// what each has unscheduled; released at once (Dr paymentScheduled[N] / Cr paymentReleased[N])
/// unless it waits for a return. A payment of a later year waits for the last return of the year
/// before, unless said otherwise.
public struct ScheduleInstalments: Act {
    /// Its kind.
    public static let kind = Kind.scheduleInstalments

    /// What a payment waits for.
    public enum Wait: Codable, Hashable, Sendable {
        /// What the office's policy says.
        case policy
        /// Nothing.
        case nothing
        /// The acceptance of one return.
        case acceptance(of: Period)
    }

    /// The award.
    public var award: Code
    /// The fund; every one that has money in the year where absent.
    public var fund: Code?
    /// The year of the cost.
    public var year: FinancialYear
    /// How much; all that is unscheduled where absent.
    public var amount: Money?
    /// When it is due; absent for the first day of each quarter.
    public var due: Day?
    /// What it waits for.
    public var wait: Wait

    /// Creates the act; without a due date there are four payments, one a quarter.
    public init(
        award: Code, fund: Code? = nil, year: FinancialYear, amount: Money? = nil, due: Day? = nil,
        wait: Wait = .policy
    ) {
        self.award = award
        self.fund = fund
        self.year = year
        self.amount = amount
        self.due = due
        self.wait = wait
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let row = try facts.known(Award.self, award)
        try facts.check(Fund.self, fund)
        try amount?.checkPositive()
        try row.checkSigned()
        let after = try awaited(row, facts, on: occasion.date)
        let unscheduled = Account(
            .paymentScheduled, fund: fund, award: award, instalment: 0, year: year)
        var lines = try facts.lines(unscheduled)
        let whole = amount ?? lines.map(\.amount).total
        try lines.check(whole, within: unscheduled, on: occasion.date)
        let last = try facts.all(Instalment.self, prefix: "\(award)#").map(\.number).max() ?? 0
        let dues = due.map { [$0] } ?? year.quarters.map(\.firstDay)
        var posting = Posting()
        for (index, (due, part)) in zip(dues, whole.split(into: dues.count)).enumerated()
        where part > .zero {
            let number = last + 1 + index
            for (line, share) in lines.take(part) {
                let scheduled = line.with(\.instalment, number)
                posting.transfers.move(share, debit: line, credit: scheduled)
                guard after == nil else { continue }
                posting.transfers.move(
                    share, scheduled, debit: .paymentScheduled, credit: .paymentReleased)
            }
            let instalment = Instalment(
                award: award, number: number, year: year, due: due, after: after,
                status: after == nil ? .released : .waiting)
            posting.puts.append(try facts.put(instalment))
        }
        return posting
    }

    /// The return the payment waits for, if there is one that is not yet accepted.
    private func awaited(_ row: Award, _ facts: Facts, on date: Day) throws(Stop) -> Period? {
        let frequency = row.returns ?? .yearly
        let period: Period
        switch wait {
        case .nothing: return nil
        case .acceptance(let asked):
            try row.check(asked)
            period = asked
        case .policy:
            guard try facts.policies(on: date).nextYearWaits, let before = year.previous,
                try !facts.accounts(Account(.awardPayable, award: award, year: before)).isEmpty
            else { return nil }
            period = frequency.lastPeriod(of: before)
        }
        let standing = try facts.find(MonitoringReturn.self, MonitoringReturn.key(award, period))
        return standing?.status == .accepted ? nil : period
    }
}

extension Award {
    /// Checks that the award has not ended.
    func checkNotEnded() throws(Stop) {
        guard status == .ended else { return }
        throw .no(
            .awardEnded, "Award \(code) has ended.",
            remedy:
                "Reverse the entry that ended it, if it goes on: almoner entry list --of \(code).",
            [.init("award", code)])
    }

    /// Checks that the award is signed.
    func checkSigned() throws(Stop) {
        try checkNotEnded()
        guard status != .signed else { return }
        throw .no(
            .awardNotSigned, "Award \(code) is not signed.",
            remedy: "Sign it first: almoner award sign \(code).",
            [.init("award", code), .init("status", status.rawValue)])
    }

    /// Checks that a period is one the recipient reports for.
    func check(_ period: Period) throws(Stop) {
        let frequency = returns ?? .yearly
        guard !frequency.periods(of: period.year).contains(period) else { return }
        let periods = frequency.periods(of: period.year).map(\.description).joined(separator: ", ")
        throw .no(
            .periodUnknown,
            "Award \(code) reports \(frequency.rawValue), so \(period) is no period of it.",
            remedy: "Its periods of \(period.year): \(periods).",
            [.init("award", code), .init("period", period)])
    }
}
