/// Whose match it is, and for which year: what must be found, and what has been.
struct Requirement {
    private let target: Account

    /// The match of an award or of a grant for a year.
    init(award: Code? = nil, grant: Code? = nil, year: FinancialYear) {
        target = Account(.matchTarget, award: award, grant: grant, year: year)
    }

    /// M: a requirement that changes by so much.
    ///
    /// Up, evidence beyond what was required until now meets it at once. Down, it falls by no more
    /// than is still to be found: what is met stays met.
    func changed(by amount: Money, _ facts: Facts) throws(Stop) -> [Transfer] {
        var transfers: [Transfer] = []
        if amount > .zero {
            transfers.move(amount, target, debit: .matchTarget, credit: .matchRequired)
            let spare = try evidenced(facts) - facts.amount(target.under(.matchMet))
            transfers.move(
                min(max(spare, .zero), amount), target, debit: .matchRequired, credit: .matchMet)
        } else {
            let open = try facts.amount(target.under(.matchRequired))
            transfers.move(
                min(-amount, open), target, debit: .matchRequired, credit: .matchTarget)
        }
        return transfers
    }

    /// M: what is met once evidence has changed by so much: the least of evidenced and required.
    func met(afterEvidence change: Money, _ facts: Facts) throws(Stop) -> [Transfer] {
        let met = try facts.amount(target.under(.matchMet))
        let open = try facts.amount(target.under(.matchRequired))
        let covered = try min(evidenced(facts) + change, met + open)
        var transfers: [Transfer] = []
        if covered > met {
            transfers.move(covered - met, target, debit: .matchRequired, credit: .matchMet)
        } else {
            transfers.move(met - covered, target, debit: .matchMet, credit: .matchRequired)
        }
        return transfers
    }

    private func evidenced(_ facts: Facts) throws(Stop) -> Money {
        try facts.lines(target.under(.matchEvidenced)).map(\.amount).total
    }
}

extension Facts {
    /// M: how the match a signed award must find changes as its money of the round changes by so
    /// much in a year, by the round's rule.
    func matchChanged(
        of award: Award, _ line: FundYear, by amount: Money, in year: FinancialYear
    ) throws(Stop) -> [Transfer] {
        let change = try matchDifference(of: award, line, by: amount)
        return try Requirement(award: award.code, year: year).changed(by: change, self)
    }

    /// How much more match a signed award must find where a line of it changes by so much.
    func matchDifference(of award: Award, _ line: FundYear, by amount: Money) throws(Stop) -> Money
    {
        guard award.status == .signed, let rule = line.project?.round.match else { return .zero }
        let before = try awarded(line)
        return rule.required(for: before + amount) - rule.required(for: before)
    }

    /// What a line has been awarded: reserved, committed and charged.
    func awarded(_ line: FundYear) throws(Stop) -> Money {
        var sum = Money.zero
        for head in [Head.reserved, .committed, .charged] {
            sum += try lines(line.payable.under(head)).map(\.amount).total
        }
        return sum
    }
}
