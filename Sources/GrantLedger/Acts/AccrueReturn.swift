/// Charges an estimate to its year at 31 March.
///
/// Posts C Dr notYetEarned / Cr earnedClaimable (accrued); B Dr committed / Cr charged (accrued); A
/// Dr awardExpenditure / Cr paymentsOnAccount as far as held, the rest Cr accruedExpenditure; income
/// Dr accruedGrantIncome (accrued) / Cr grantIncome, so that no claim draws it. Of a grant received
/// ahead, as far as held, C Cr received and A Dr receiptsInAdvance.
public struct AccrueReturn: Act {
    /// Its kind.
    public static let kind = Kind.accrueReturn
    /// The award.
    public var award: Code
    /// The period of the estimate.
    public var period: Period

    /// Creates the act.
    public init(award: Code, period: Period) { (self.award, self.period) = (award, period) }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let row = try facts.known(Award.self, award)
        guard period.year.contains(occasion.date) else {
            throw .no(
                .unusualDate,
                "\(period) is accrued in its own year, and \(occasion.date.prose) is not in "
                    + "\(period.year).",
                remedy: "Date it its last day: --on \(period.year.lastDay).",
                [.init("period", period), .init("date", occasion.date)])
        }
        try row.checkSigned()
        try facts.checkNotAccepted(award, period)
        var estimate = try facts.estimate(award, period)
        switch estimate.status {
        case .estimated: break
        case .accrued: throw .refused(.accrualStands(estimate))
        case .reversed: throw .refused(.noEstimate(award, period))
        }
        var charge = Charge(facts, period.year, mark: .accrued)
        for line in estimate.spend {
            try charge.add(line.amount, line, period: period, of: row, on: occasion.date)
        }
        let income = try charge.income(on: occasion.date)
        estimate.status = .accrued
        estimate.accrual = facts.nextNumber
        return Posting(
            income.control + charge.budget + charge.actual + income.actual,
            puts: [try facts.put(estimate)] + income.puts)
    }
}

extension Facts {
    /// An estimate that must be there.
    func estimate(_ award: Code, _ period: Period) throws(Stop) -> Estimate {
        if let row = try find(Estimate.self, MonitoringReturn.key(award, period)) { return row }
        throw .refused(.noEstimate(award, period))
    }
}

extension Refusal {
    /// Nothing was estimated.
    static func noEstimate(_ award: Code, _ period: Period) -> Refusal {
        Refusal(
            .noEstimate, "Nothing is estimated of \(award) for \(period).",
            remedy: "Estimate it first: almoner return estimate \(award) --period \(period) "
                + "--spend CATEGORY=AMOUNT --basis TEXT.",
            [Detail("award", award), Detail("period", period)])
    }
}
