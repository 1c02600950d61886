/// Ends a commitment unspent, in whole or in part: the money goes back where it came from.
///
/// Signed, it posts C Dr capUsed / Cr capHeadroom and Dr paymentScheduled[0] / Cr awardPayable less
/// what was clawed back, so that money the recipient holds cannot lapse; B Dr committed / Cr
/// roundAvailable or unallocated. Unsigned, B Dr reserved, and nothing was payable.
public struct LapseAward: Act {
    /// Its kind.
    public static let kind = Kind.lapseAward
    /// The award.
    public var award: Code
    /// The fund; every one that has money in the year where absent.
    public var fund: Code?
    /// The year.
    public var year: FinancialYear
    /// How much; all that can lapse where absent.
    public var amount: Money?
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(
        award: Code, fund: Code? = nil, year: FinancialYear, amount: Money? = nil, reason: Note
    ) {
        (self.award, self.fund, self.year, self.amount, self.reason) = (
            award, fund, year, amount, reason
        )
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let row = try facts.known(Award.self, award)
        try facts.check(Fund.self, fund)
        try amount?.checkPositive()
        let head: Head = row.status == .signed ? .committed : .reserved
        let lines = try facts.accounts(Account(head, fund: fund, award: award, year: year))
        var able: [Money] = []
        var clawed: [Code: Money] = [:]
        for account in lines {
            guard row.status == .signed, let fund = account.fund else {
                able.append(try facts.amount(account))
                continue
            }
            let line = try facts.line(of: row, fund, year)
            if clawed[fund] == nil { clawed[fund] = try facts.clawedBack(line) }
            let unscheduled = try facts.amount(line.unscheduled)
            let already = zip(lines, able).filter { $0.0.fund == fund }.map(\.1).total
            let left = unscheduled + (clawed[fund] ?? .zero) - already
            able.append(max(min(try facts.amount(account), left), .zero))
        }
        let asked = amount ?? able.total
        guard asked > .zero, asked <= able.total else {
            let limit: Account =
                row.status == .signed
                ? Account(.paymentScheduled, award: award, instalment: 0, year: year)
                : Account(.reserved, award: award, year: year)
            throw .refused(.floor(limit, available: able.total, asked: asked, on: occasion.date))
        }
        var posting = Posting()
        var budget: [Transfer] = []
        for (account, part) in zip(lines, asked.split(over: able)) where part > .zero {
            guard let fund = account.fund else { continue }
            let line = try facts.line(of: row, fund, year)
            posting.transfers += line.project?.using(-part, in: year) ?? []
            if row.status == .signed {
                let returned = min(part, clawed[fund] ?? .zero)
                clawed[fund]? -= returned
                posting.transfers.move(
                    part - returned, debit: line.unscheduled, credit: line.payable)
            }
            budget.move(part, debit: account, credit: line.home)
        }
        posting.transfers += budget
        return posting
    }
}

extension FundYear {
    /// What is payable and not yet scheduled.
    var unscheduled: Account { payable.under(.paymentScheduled).with(\.instalment, 0) }
}

extension Facts {
    /// What is committed to a line that the recipient neither holds nor is still to be paid: clawed
    /// back, free to lapse.
    func clawedBack(_ line: FundYear) throws(Stop) -> Money {
        var sum = Money.zero
        for head in [Head.committed, .awardCreditors, .accruedExpenditure] {
            for account in try accounts(line.payable.under(head)) { sum += try amount(account) }
        }
        for head in [Head.paymentsOnAccount, .paymentScheduled, .paymentReleased] {
            for account in try accounts(line.payable.under(head)) { sum -= try amount(account) }
        }
        return max(sum, .zero)
    }
}
