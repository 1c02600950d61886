/// Records that a funder refuses part of a line of a claim, borne by a fund of the office's own.
///
/// Posts C, of the award's lines, Dr paid / Cr awardPayable (funder's), Dr awardPayable / Cr paid
/// (own), what is not yet paid from paymentReleased and paymentScheduled likewise, and Dr claimed /
/// Cr notYetEarned; B Dr charged / Cr roundAvailable or unallocated of the funder's fund, Dr
/// unallocated / Cr charged of the own fund, same award; A Dr grantIncome / Cr grantDebtors, Dr
/// awardExpenditure (own) / Cr awardExpenditure (funder's), what is owed moving with it.
///
/// What the funder has paid of the claim already is to be repaid: C Dr received / Cr notYetEarned, A
/// Dr grantIncome / Cr repayableToFunder. What was claimed of an accrual beyond what was then spent
/// is no cost, and nobody bears it.
///
/// The own line is of the claim's year, or of the year of the entry's date where that is closed; what
/// is then not yet paid is to be scheduled anew in it. An own cost has no award in its keys.
public struct DisallowClaim: Act {
    /// Its kind.
    public static let kind = Kind.disallowClaim
    /// The claim.
    public var claim: Code
    /// Its line, 1, 2, 3 ….
    public var line: Int
    /// How much.
    public var amount: Money
    /// The own fund that bears it.
    public var borneBy: Code
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(
        claim: Code, line: Int, amount: Money, borneBy: Code, reason: Note
    ) {
        self.claim = claim
        self.line = line
        self.amount = amount
        self.borneBy = borneBy
        self.reason = reason
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        var row = try facts.known(Claim.self, claim)
        let own = try facts.known(Fund.self, borneBy)
        try amount.checkPositive()
        try own.checkOwn()
        guard let index = row.lines.firstIndex(where: { $0.number == line }) else {
            throw .refused(.noLine(line, of: row))
        }
        let asked = row.lines[index]
        guard amount <= asked.standing else {
            throw .refused(.beyondLine(asked, of: row, amount))
        }
        let accountingYear = FinancialYear(containing: occasion.date)
        let year = try facts.isClosed(row.year) ? accountingYear : row.year
        let cost = try facts.moving(
            asked.source, of: row, to: Account(.unallocated, fund: borneBy, year: year))
        let unspent = min(amount, try facts.unspent(asked.source, of: row))
        let moved = try cost.moved(amount - unspent, facts, accountingYear)

        let accounts = GrantYear(row.grant, row.year, accountingYear)
        let owed = min(amount, try facts.amount(row.claimed))
        var posting = Posting(moved.control)
        posting.transfers.move(owed, debit: row.claimed, credit: accounts.notYetEarned)
        posting.transfers.move(
            amount - owed, debit: accounts.received, credit: accounts.notYetEarned)
        posting.transfers += moved.budget
        posting.transfers.move(owed, debit: accounts.income, credit: row.debtor)
        posting.transfers.move(
            amount - owed, debit: accounts.income, credit: accounts.repayable)
        posting.transfers += moved.actual
        row.lines[index].disallowed = (asked.disallowed ?? .zero) + amount
        posting.puts = [try facts.put(row)]
        if var earning = try facts.find(Earning.self, Earning.key(row.grant, asked.source)) {
            earning.amount -= amount
            posting.puts.append(try facts.put(earning))
        }
        return posting
    }
}

extension Facts {
    /// What was claimed of a line before its return was accepted, and not spent.
    fileprivate func unspent(
        _ source: ClaimLine.Source, of claim: Claim
    ) throws(Stop) -> Money {
        let fund = try known(Fund.self, try known(Grant.self, claim.grant).fund)
        let drawn = try look(Earning.self, Earning.key(claim.grant, source))?.drawn
        guard drawn != nil, let award = source.award, let period = source.period else {
            return .zero
        }
        var unspent = try earned(by: source, of: fund)
        let line = Account(
            .charged, fund: fund.code, award: award, category: source.category, year: claim.year
        ).with(\.period, period)
        for account in try accounts(line) where account.mark == nil {
            unspent -= try amount(account)
        }
        return max(unspent, .zero)
    }

    /// A cost in a claim that is to be borne by another fund.
    fileprivate func moving(
        _ source: ClaimLine.Source, of claim: Claim, to home: Account
    ) throws(Stop) -> MovingCost {
        let fund = try known(Grant.self, claim.grant).fund
        var from = Account(.unallocated, fund: fund, year: claim.year)
        if let award = source.award {
            from = try line(of: try known(Award.self, award), fund, claim.year).home
        }
        return MovingCost(from: from, to: home, source: source)
    }
}

extension Fund {
    /// Checks that the fund is the office's own to spend: no grant feeds it, no partner.
    fileprivate func checkOwn() throws(Stop) {
        guard !grants.isEmpty || source == .partner else { return }
        let feeder = grants.first.map { "grant \($0)" } ?? "a partner"
        throw .no(
            .fundNotOwn, "Fund \(code) is fed by \(feeder).",
            remedy: "Name a fund of the office's own money: almoner fund list.",
            [.init("fund", code)])
    }
}

extension Refusal {
    fileprivate static func noLine(_ number: Int, of claim: Claim) -> Refusal {
        Refusal(
            .lineUnknown,
            "Claim \(claim.code) has no line \(number); its lines are 1 to \(claim.lines.count).",
            remedy: "almoner claim show \(claim.code) lists them.",
            [Detail("claim", claim.code), Detail("line", number)])
    }

    fileprivate static func beyondLine(
        _ line: ClaimLine, of claim: Claim, _ asked: Money
    ) -> Refusal {
        Refusal(
            .moreThanClaimed,
            "Line \(line.number) of claim \(claim.code): \(line.standing) left, \(asked) asked, "
                + "\(asked - line.standing) short.",
            remedy:
                "Disallow no more than the line still asks for: almoner claim show \(claim.code).",
            [
                Detail("claim", claim.code), Detail("line", line.number),
                Detail("left", line.standing), Detail("asked", asked),
                Detail("short", asked - line.standing),
            ])
    }
}
