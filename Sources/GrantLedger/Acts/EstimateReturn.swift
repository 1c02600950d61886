/// Estimates what a return that has not been accepted will report, for the year end.
///
/// A fact; it posts nothing. An estimate that was not accrued is replaced by the next.
public struct EstimateReturn: Act {
    /// Its kind.
    public static let kind = Kind.estimateReturn
    /// The award.
    public var award: Code
    /// What the return will cover.
    public var period: Period
    /// The spend expected, by category.
    public var spend: [CategoryAmount]
    /// On what grounds.
    public var basis: Note

    /// Creates the act.
    public init(award: Code, period: Period, spend: [CategoryAmount], basis: Note) {
        (self.award, self.period, self.spend, self.basis) = (award, period, spend, basis)
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let row = try facts.known(Award.self, award)
        guard !spend.isEmpty else { throw .refused(.notPositive(.zero)) }
        for line in spend {
            try facts.check(Fund.self, line.fund)
            try facts.checkCategory(line.category)
            try line.amount.checkPositive()
        }
        try row.checkSigned()
        try row.check(period)
        try facts.checkNotAccepted(award, period)
        guard try !facts.isClosed(period.year) else {
            throw .refused(.yearClosed(period.year, "Its estimates are made before it closes."))
        }
        let key = MonitoringReturn.key(award, period)
        if let before = try facts.find(Estimate.self, key), before.status == .accrued {
            throw .refused(.accrualStands(before))
        }
        let estimate = Estimate(
            award: award, period: period, spend: spend.merged, basis: basis, status: .estimated)
        return Posting(puts: [try facts.put(estimate)])
    }
}

extension Facts {
    /// Checks that a return has not been accepted, so that there is something left to estimate.
    func checkNotAccepted(_ award: Code, _ period: Period) throws(Stop) {
        let key = MonitoringReturn.key(award, period)
        guard let report = try look(MonitoringReturn.self, key), report.status == .accepted else {
            return
        }
        throw .no(
            .returnStands, "The return of \(award) for \(period) is accepted already.",
            remedy: "Nothing is left to estimate or accrue.",
            [.init("award", award), .init("period", period)])
    }
}

extension Estimate {
    /// The sum expected.
    public var total: Money { spend.map(\.amount).total }
}

extension Refusal {
    /// An accrual stands already.
    static func accrualStands(_ estimate: Estimate) -> Refusal {
        Refusal(
            .accrualStands,
            "\(estimate.total) of \(estimate.award) for \(estimate.period) is accrued already, by entry "
                + "\(estimate.accrual ?? 0).",
            remedy: "To estimate anew, reverse that entry first: almoner entry reverse "
                + "\(estimate.accrual ?? 0).",
            [
                Detail("award", estimate.award), Detail("period", estimate.period),
                Detail("entry", estimate.accrual ?? 0),
            ])
    }
}
