/// Agrees reported spend: it is charged to the year, and what waited for the return is released.
///
/// Posts for each category, shared over the funds of the year by what each has committed: B Dr
/// committed / Cr charged; A Dr awardExpenditure / Cr paymentsOnAccount as far as held, the rest Cr
/// awardCreditors; M Dr returnsSubmitted / Cr returnsAccepted, and spendDisallowed for what is
/// refused. Beyond what is committed it is refused, naming the excess.
///
/// Income is earned with it: the least of the spend and what the fund's grants have not yet earned,
/// oldest grant first. A Dr receiptsInAdvance as far as held, the rest Dr accruedGrantIncome / Cr
/// grantIncome; C Dr notYetEarned / Cr received for the held part, else Cr earnedClaimable. What
/// each line earns of a grant in arrears is remembered for its claim.
///
/// A standing accrual of the same award and period is taken back first.
public struct AcceptReturn: Act {
    /// Its kind.
    public static let kind = Kind.acceptReturn
    /// The award.
    public var award: Code
    /// What the return covers.
    public var period: Period
    /// What is refused of it, by category.
    public var disallow: [CategoryAmount]
    /// Why it is refused.
    public var reason: Note?

    /// Creates the act.
    public init(award: Code, period: Period, disallow: [CategoryAmount] = [], reason: Note? = nil) {
        (self.award, self.period, self.disallow, self.reason) = (award, period, disallow, reason)
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let row = try facts.known(Award.self, award)
        var report = try facts.monitoringReturn(award, period)
        for line in disallow { try line.amount.checkPositive() }
        guard report.status == .submitted else { throw .refused(.notOpen(report)) }
        let back = try facts.takingBackAccrual(of: award, period, on: occasion.date)
        let refused = disallow.merged
        let less = try shared(refused, over: report.spend)

        var charge = Charge(facts, FinancialYear(containing: occasion.date))
        var memorandum: [Transfer] = []
        for (line, less) in zip(report.spend, less) {
            let agreed = line.amount - less
            let submitted = report.account(.returnsSubmitted, line.category)
            memorandum.move(agreed, submitted, debit: .returnsSubmitted, credit: .returnsAccepted)
            memorandum.move(less, submitted, debit: .returnsSubmitted, credit: .spendDisallowed)
            try charge.add(agreed, line, period: period, of: row, on: occasion.date)
        }
        report.status = .accepted
        report.disallowed = refused
        report.reason = reason ?? report.reason
        let (released, puts) = try releasing(facts)
        let income = try charge.income(on: occasion.date)
        var posting = back
        posting.add(
            Posting(
                income.control + released + charge.budget + charge.actual + income.actual
                    + memorandum,
                puts: [try facts.put(report)] + puts + income.puts))
        posting.flags = try facts.shortfalls(
            around: row, in: period.year, after: posting, on: occasion.date
        ).flags
        return posting
    }

    /// What is refused of each line of spend: an amount that names no fund is shared over the lines
    /// of its category by what is left of each.
    private func shared(
        _ refused: [CategoryAmount], over spend: [CategoryAmount]
    ) throws(Stop) -> [Money] {
        var left = spend.map(\.amount)
        for line in refused.filter({ $0.fund != nil }) + refused.filter({ $0.fund == nil }) {
            let weights = zip(spend, left).map { line.covers($0) ? $1 : .zero }
            guard line.amount <= weights.total else {
                throw .refused(.disallowedExceeds(line, reported: weights.total))
            }
            for (index, part) in line.amount.split(over: weights).enumerated() {
                left[index] -= part
            }
        }
        return zip(spend, left).map { $0.amount - $1 }
    }

    /// The instalments that waited for this return, released.
    private func releasing(_ facts: Facts) throws(Stop) -> ([Transfer], [Put]) {
        var transfers: [Transfer] = []
        var puts: [Put] = []
        for var instalment in try facts.all(Instalment.self, prefix: "\(award)#")
        where instalment.status == .waiting && instalment.after == period {
            let scheduled = Account(.paymentScheduled, award: award, instalment: instalment.number)
            for account in try facts.accounts(scheduled) {
                transfers.move(
                    try facts.amount(account), account, debit: .paymentScheduled,
                    credit: .paymentReleased)
            }
            instalment.status = .released
            puts.append(try facts.put(instalment))
        }
        return (transfers, puts)
    }
}

extension Refusal {
    fileprivate static func disallowedExceeds(
        _ line: CategoryAmount, reported: Money
    ) -> Refusal {
        Refusal(
            .disallowedExceedsReported,
            "\(line.amount) of \(line.category) would be disallowed, but \(reported) was reported.",
            remedy: "Disallow no more than was reported.",
            [
                Detail("category", line.category), Detail("reported", reported),
                Detail("asked", line.amount),
            ])
    }
}

extension CategoryAmount {
    /// Whether another amount is of this category, and of this fund where one is named.
    fileprivate func covers(_ line: CategoryAmount) -> Bool {
        category == line.category && (fund == nil || fund == line.fund)
    }
}
