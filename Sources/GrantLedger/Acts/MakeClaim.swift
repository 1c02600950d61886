/// Asks a funder for what was earned and not yet claimed: whole lines of accepted spend to a
/// quarter's end, late returns too.
///
/// Posts C Dr earnedClaimable / Cr claimed; A Dr grantDebtors / Cr accruedGrantIncome. Each line
/// names its return or its own cost; what was earned after the claim's day is not in it. An own cost
/// counts to the quarter in which it was paid; a claim to the year's end takes all of the year's.
/// Match in kind is never in it.
///
/// Where the office's policy says so, a claim for the whole year also draws what accruals have
/// earned, each line marked: C Dr earnedClaimable (accrued) / Cr claimed; A Dr grantDebtors / Cr
/// accruedGrantIncome (accrued). The return, once accepted, earns only what is beyond that.
public struct MakeClaim: Act {
    /// Its kind.
    public static let kind = Kind.makeClaim
    /// Its code.
    public var code: Code
    /// The grant.
    public var grant: Code
    /// The year of the cost.
    public var year: FinancialYear
    /// To the end of which quarter, 1 to 4; the whole year where absent.
    public var quarter: Int?
    /// Lines to leave for a later claim.
    public var leave: [ClaimLine.Source]

    /// Creates the act.
    public init(
        code: Code, grant: Code, year: FinancialYear, quarter: Int? = nil,
        leave: [ClaimLine.Source] = []
    ) {
        self.code = code
        self.grant = grant
        self.year = year
        self.quarter = quarter
        self.leave = leave
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let row = try facts.known(Grant.self, grant)
        try facts.unused(Claim.self, code)
        guard row.isClaimed else {
            throw .no(
                .grantInAdvance, "Grant \(grant) is paid ahead; it is received, not claimed.",
                remedy: "almoner grant receive \(grant) --year \(year) --amount AMOUNT.",
                [.init("grant", grant)])
        }
        try row.checkConfirmed()
        let remembered = try facts.remembering(row, year, on: occasion.date)
        try facts.suppose(Posting(puts: remembered))
        let (lines, drawn) = try lines(facts, on: occasion.date)
        let claim = Claim(
            code: code, grant: grant, year: year, quarter: quarter, made: occasion.date,
            lines: lines)
        let accounts = GrantYear(grant, year, FinancialYear(containing: occasion.date))
        let accrued = lines.filter { $0.isAccrued == true }.map(\.amount).total
        let sure = claim.total - accrued
        var transfers: [Transfer] = []
        transfers.move(sure, debit: accounts.earnedClaimable, credit: claim.claimed)
        transfers.move(
            accrued, debit: accounts.earnedClaimable.with(\.mark, .accrued), credit: claim.claimed)
        transfers.move(sure, debit: claim.debtor, credit: accounts.accruedIncome)
        transfers.move(
            accrued, debit: claim.debtor, credit: accounts.accruedIncome.with(\.mark, .accrued))
        var posting = Posting(
            transfers, puts: [try facts.put(claim)] + remembered,
            flags: try facts.shortfalls(of: row, on: occasion.date).flags)
        posting.add(Posting(puts: drawn))
        return posting
    }
}

extension MakeClaim {
    /// What the claim asks for: all that was earned and stands in no claim, but what is left for
    /// later; and the earnings that it draws of accruals.
    private func lines(_ facts: Facts, on date: Day) throws(Stop) -> ([ClaimLine], [Put]) {
        var open = try facts.unclaimed(grant, year, on: date)
        if quarter == nil, try facts.policies(on: date).accrualsInFinalClaim {
            open += try facts.accruedLines(grant, year, on: date)
        }
        for source in leave {
            let known = open.map(\.earning.source)
            open.removeAll { $0.earning.source == source }
            guard open.count < known.count else { throw .refused(unknown(source, known)) }
        }
        var lines: [ClaimLine] = []
        var drawn: [Put] = []
        for line in open where line.isWithin(quarter) {
            _ = try facts.find(Earning.self, line.earning.key)
            lines.append(
                ClaimLine(
                    number: lines.count + 1, source: line.earning.source, amount: line.amount,
                    isAccrued: line.isAccrued ? true : nil))
            if line.isAccrued { drawn.append(try facts.put(line.earning.drawing(line.amount))) }
        }
        guard !lines.isEmpty else {
            let end = quarter.map { " to the end of quarter \($0)" } ?? ""
            throw .no(
                .nothingToClaim,
                "Grant \(grant) has earned nothing in \(year)\(end) that is not claimed.",
                remedy: "Accept the returns first: almoner return list; "
                    + "almoner claim list shows what is claimed.",
                [.init("grant", grant), .init("year", year)])
        }
        return (lines, drawn)
    }

    private func unknown(_ source: ClaimLine.Source, _ open: [ClaimLine.Source]) -> Refusal {
        let names = open.map(\.description)
        let near = nearest(to: source.description, of: names)
        let shown = near.isEmpty ? Array(names.prefix(3)) : near
        let some = shown.isEmpty ? "None is open." : "Open: \(shown.joined(separator: ", "))."
        return Refusal(
            .lineUnknown, "\(source) is no line that grant \(grant) could claim in \(year).",
            remedy: "Name a line as AWARD#PERIOD#CATEGORY or COST-ENTRY#CATEGORY. \(some)",
            [.init("grant", grant), .init("line", source)])
    }
}

extension Earning {
    /// The same once a claim has drawn what an accrual earned.
    fileprivate func drawing(_ part: Money) -> Earning {
        var copy = self
        copy.amount += part
        copy.drawn = (drawn ?? .zero) + part
        copy.accrued = nil
        return copy
    }
}
