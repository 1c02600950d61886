/// Takes a monitoring return in.
///
/// It is never refused for its amount: what is more than was awarded is flagged.
///
/// Posts M Dr spendReported / Cr returnsSubmitted by category. A queried return is replaced by its
/// resubmission, the old figures going back first.
public struct SubmitReturn: Act {
    /// Its kind.
    public static let kind = Kind.submitReturn
    /// The award.
    public var award: Code
    /// What it covers.
    public var period: Period
    /// Spend by category.
    public var spend: [CategoryAmount]
    /// Whether the figures are for the year to the period's end rather than for the period itself.
    public var toDate: Bool
    /// Match the recipient says was found.
    public var match: [MatchOffer]
    /// What it expects to spend in the whole year.
    public var forecast: Money?
    /// What was delivered.
    public var delivered: [Delivered]

    /// Creates the act.
    public init(
        award: Code, period: Period, spend: [CategoryAmount], toDate: Bool = false,
        match: [MatchOffer] = [],
        forecast: Money? = nil, delivered: [Delivered] = []
    ) {
        self.award = award
        self.period = period
        self.spend = spend
        self.toDate = toDate
        self.match = match
        self.forecast = forecast
        self.delivered = delivered
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let row = try facts.known(Award.self, award)
        for line in spend {
            try facts.check(Fund.self, line.fund)
            try facts.checkCategory(line.category)
            guard line.amount >= .zero else { throw .refused(.notPositive(line.amount)) }
            guard line.amount <= .greatest else { throw .refused(.tooLarge(line.amount)) }
        }
        for offer in match { _ = try facts.known(Organisation.self, offer.from) }
        try row.checkSigned()
        try row.check(period)
        let before = try facts.find(MonitoringReturn.self, MonitoringReturn.key(award, period))
        if let before, before.status == .submitted || before.status == .accepted {
            throw .refused(.returnStands(before))
        }
        let others = try facts.all(MonitoringReturn.self, prefix: "\(award)#\(period.year)")
            .filter { $0.period != period && $0.status != .rejected }
        let figures = toDate ? try lessEarlier(others.filter { $0.period < period }) : spend.merged
        var transfers = before?.status == .queried ? before?.unsubmitted ?? [] : []
        let report = MonitoringReturn(
            award: award, period: period, spend: figures, disallowed: [], forecast: forecast,
            match: match,
            delivered: delivered, submitted: occasion.date, status: .submitted)
        transfers += report.unsubmitted.map(\.reversed)
        var flags: [Flag] = others.contains { $0.period > period } ? [.outOfOrder] : []
        if try report.reported > facts.committed(to: award, in: period.year) {
            flags.append(.overAward)
        }
        var posting = Posting(transfers, puts: [try facts.put(report)], flags: flags)
        posting.flags += try facts.shortfalls(
            around: row, in: period.year, after: posting, on: occasion.date
        ).flags
        return posting
    }

    /// The figures of the period itself: those to date less what earlier returns of the year
    /// reported.
    private func lessEarlier(_ earlier: [MonitoringReturn]) throws(Stop) -> [CategoryAmount] {
        var figures = spend.merged
        for line in earlier.flatMap(\.spend) {
            if let index = figures.firstIndex(where: {
                $0.fund == line.fund && $0.category == line.category
            }) {
                figures[index].amount -= line.amount
            } else {
                figures.append(
                    CategoryAmount(fund: line.fund, category: line.category, amount: -line.amount))
            }
        }
        for line in figures where line.amount < .zero {
            throw .no(
                .amountNotPositive,
                "\(line.category) to date is \(-line.amount) less than the returns before it reported.",
                remedy: "Correct the figure to date, or query the earlier return.",
                [.init("category", line.category), .init("short", -line.amount)])
        }
        return figures
    }
}

extension Refusal {
    /// A return of the period is there already.
    static func returnStands(_ report: MonitoringReturn) -> Refusal {
        Refusal(
            .returnStands,
            "The return of \(report.award) for \(report.period) is \(report.status.rawValue) already.",
            remedy: "Query or reject it first, or reverse its entry.",
            [
                Detail("award", report.award), Detail("period", report.period),
                Detail("status", report.status.rawValue),
            ])
    }
}

extension MonitoringReturn {
    /// M: takes what was reported back out of what is submitted.
    var unsubmitted: [Transfer] {
        var transfers: [Transfer] = []
        for line in spend {
            let account = account(.returnsSubmitted, line.category)
            transfers.move(line.amount, account, debit: .returnsSubmitted, credit: .spendReported)
        }
        return transfers
    }

    /// An account of this return.
    func account(_ head: Head, _ category: Code) -> Account {
        Account(head, award: award, category: category).with(\.period, period)
    }
}

extension [CategoryAmount] {
    /// The same with one line for each fund and category.
    var merged: [CategoryAmount] {
        var lines: [CategoryAmount] = []
        for line in self {
            if let index = lines.firstIndex(where: {
                $0.fund == line.fund && $0.category == line.category
            }) {
                lines[index].amount += line.amount
            } else {
                lines.append(line)
            }
        }
        return lines
    }
}

extension Facts {
    /// What is committed to an award in a year, over its funds and categories.
    func committed(to award: Code, in year: FinancialYear) throws(Stop) -> Money {
        var sum = Money.zero
        for account in try accounts(Account(.committed, award: award, year: year)) {
            sum += try amount(account)
        }
        return sum
    }
}
