/// Ends a commitment unspent, in whole or in part: the money goes back where it came from.
///
/// Signed, it posts C Dr capUsed / Cr capHeadroom and Dr paymentScheduled[0] / Cr awardPayable less
/// what was clawed back, so that money the recipient holds cannot lapse; B Dr committed / Cr
/// roundAvailable or unallocated. Unsigned, B Dr reserved, and nothing was payable. Match that was
/// required and is still to be found falls with it: M Dr matchRequired / Cr matchTarget.
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
        try row.checkNotEnded()
        let lines = try lapsable(row, facts)
        let able = lines.map(\.able)
        let asked = amount ?? able.total
        guard asked > .zero, asked <= able.total else {
            throw .refused(try refusal(row, able: able.total, facts, on: occasion.date))
        }
        var posting = Posting()
        var budget: [Transfer] = []
        var memorandum: [Transfer] = []
        for (line, part) in zip(lines, asked.split(over: able)) where part > .zero {
            let accounts = line.accounts
            posting.transfers += accounts.project?.using(-part, in: year) ?? []
            if row.status == .signed {
                let returned = min(part, line.clawed)
                posting.transfers.move(
                    part - returned, debit: accounts.unscheduled, credit: accounts.payable)
            }
            var shares = line.shares
            for (account, share) in shares.take(part) {
                budget.move(share, debit: account, credit: accounts.home)
            }
            memorandum += try facts.matchChanged(of: row, accounts, by: -part, in: year)
        }
        posting.transfers += budget + memorandum
        return posting
    }

    /// Says what stands in the way: payments on the schedule, or money the recipient holds.
    private func refusal(
        _ row: Award, able: Money, _ facts: Facts, on date: Day
    ) throws(Stop) -> Refusal {
        guard row.status == .signed else {
            let reserved = Account(.reserved, award: award, year: year)
            return .floor(reserved, available: able, asked: amount ?? .zero, on: date)
        }
        var scheduled = Money.zero
        for head in [Head.paymentScheduled, .paymentReleased] {
            for line in try facts.lines(Account(head, fund: fund, award: award, year: year))
            where line.account.instalment != 0 { scheduled += line.amount }
        }
        let held = try facts.held(of: row, fund: fund, year: year).map(\.amount).total
        let asked = amount.map { "; \($0) asked" } ?? ""
        return Refusal(
            .moreThanUnscheduled,
            "Of \(award) in \(year) \(able) can lapse\(asked): \(scheduled) is scheduled for payment, "
                + "\(held) is with the recipient and not yet accepted.",
            remedy:
                "Withdraw unpaid instalments first (almoner instalment withdraw \(award)); what the "
                + "recipient holds is accepted or recovered before it can lapse.",
            [
                .init("award", award), .init("year", year), .init("left", able),
                .init("asked", amount ?? able), .init("scheduled", scheduled),
                .init("onAccount", held),
            ])
    }

    /// A fund's line of the year: what it can lose, and the categories that lose it.
    private struct Lapsable {
        let accounts: FundYear
        let shares: [Share]
        var clawed = Money.zero
        var able: Money
    }

    private func lapsable(_ row: Award, _ facts: Facts) throws(Stop) -> [Lapsable] {
        let head: Head = row.status == .signed ? .committed : .reserved
        let shares = try facts.lines(Account(head, fund: fund, award: award, year: year))
        var lines: [Lapsable] = []
        for fund in Set(shares.compactMap(\.account.fund)).sorted() {
            let own = shares.filter { $0.account.fund == fund }
            let accounts = try facts.line(of: row, fund, year)
            var line = Lapsable(
                accounts: accounts, shares: own, able: own.map(\.amount).total)
            if row.status == .signed {
                line.clawed = try facts.clawedBack(accounts, of: row)
                line.able = min(line.able, try facts.amount(accounts.unscheduled) + line.clawed)
            }
            lines.append(line)
        }
        return lines
    }
}

extension FundYear {
    /// What is payable and not yet scheduled.
    var unscheduled: Account { payable.under(.paymentScheduled).with(\.instalment, 0) }
}
