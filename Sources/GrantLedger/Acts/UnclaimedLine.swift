/// A line of accepted spend, an own cost or an accrual, as far as it was earned and stands in no
/// claim.
struct UnclaimedLine {
    let earning: Earning
    /// What of it no claim asks for.
    let amount: Money
    /// Whether an accrual earned it.
    var isAccrued = false

    /// The day it counts from: the last of its period, or that on which an own cost was paid.
    var day: Day { earning.source.period?.lastDay ?? earning.accepted }

    /// Whether a claim to the end of a quarter, or of the whole year, takes it in.
    func isWithin(_ quarter: Int?) -> Bool {
        guard let quarter, (1...3).contains(quarter) else { return true }
        return day <= Quarter(year: earning.year, number: quarter).lastDay
    }
}

extension Claim {
    /// C: what it asks for and has not had.
    var claimed: Account {
        Account(.claimed, grant: grant, year: year).with(\.claim, code)
    }

    /// A: what its funder owes on it.
    var debtor: Account { claimed.under(.grantDebtors) }
}

extension ClaimLine {
    /// What it asks for, less what the funder refused.
    var standing: Money { amount - (disallowed ?? .zero) }
}

extension Facts {
    /// What a grant has earned in a year that no claim asks for, in the order it came.
    func unclaimed(
        _ grant: Code, _ year: FinancialYear, on date: Day
    ) throws(Stop) -> [UnclaimedLine] {
        var claimed: [ClaimLine.Source: Money] = [:]
        for claim in try claims(on: [grant]) where claim.year == year {
            for line in claim.lines { claimed[line.source, default: .zero] += line.standing }
        }
        var lines: [UnclaimedLine] = []
        for earning in try all(Earning.self, prefix: "\(grant)#")
        where earning.year == year && earning.accepted <= date {
            let rest = earning.amount - (claimed[earning.source] ?? .zero)
            if rest > .zero { lines.append(UnclaimedLine(earning: earning, amount: rest)) }
        }
        return lines.inOrder
    }

    /// What accruals of a year have earned of a grant and no claim has drawn, in order.
    func accruedLines(
        _ grant: Code, _ year: FinancialYear, on date: Day
    ) throws(Stop) -> [UnclaimedLine] {
        try all(Earning.self, prefix: "\(grant)#")
            .filter { $0.year == year && $0.accepted <= date }
            .compactMap { earning in
                earning.accrued.map {
                    UnclaimedLine(earning: earning, amount: $0, isAccrued: true)
                }
            }.inOrder
    }

    /// The claims on grants, in the order of their codes.
    ///
    /// Each is found by its account, so that it does not matter how many claims there are on others.
    func claims(on grants: [Code]) throws(Stop) -> [Claim] {
        var codes: Set<Code> = []
        for grant in grants {
            let pattern = Account(.claimed, grant: grant)
            let found = try reading { try source.accounts(pattern, evenNil: true) }
            codes.formUnion(found.compactMap(\.claim))
        }
        var claims: [Claim] = []
        for code in codes.sorted() {
            if let claim = try look(Claim.self, code.description) { claims.append(claim) }
        }
        return claims
    }

    /// The claims in which spend on a fund stands, each with its line and what it still asks for.
    func claims(
        on source: ClaimLine.Source, of fund: Fund
    ) throws(Stop) -> [(claim: Claim, line: ClaimLine)] {
        var found: [(Claim, ClaimLine)] = []
        for claim in try claims(on: fund.grants) {
            for line in claim.lines where line.source == source && line.standing > .zero {
                found.append((claim, line))
            }
        }
        return found
    }
}

extension [UnclaimedLine] {
    /// As a claim lists them: by the day they count from.
    fileprivate var inOrder: [UnclaimedLine] {
        sorted {
            $0.day == $1.day ? $0.earning.source < $1.earning.source : $0.day < $1.day
        }
    }
}
