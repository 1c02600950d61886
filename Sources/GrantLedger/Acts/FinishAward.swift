/// Ends an award: what the recipient holds is clawed back, unpaid instalments are withdrawn, the
/// rest lapses.
///
/// Posts, in one entry, for each line as raising the clawback, withdrawing the instalments and
/// lapsing do. Refused while something is owed to the recipient or a return is undecided. An award
/// that has ended is finished once more where spend found ineligible has left something open.
public struct FinishAward: Act {
    /// Its kind.
    public static let kind = Kind.finishAward
    /// The award.
    public var award: Code
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(
        award: Code, reason: Note
    ) {
        self.award = award
        self.reason = reason
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        var row = try facts.known(Award.self, award)
        let held = try facts.held(of: row)
        let lines = try left(row, facts)
        if held.isEmpty, lines.isEmpty { try row.checkNotEnded() }
        try checkFinished(facts)

        row.status = row.signed == nil ? .awarded : .signed
        var posting = Posting(puts: [try facts.put(row)])
        try facts.suppose(posting)
        for line in held {
            guard let year = line.account.year else { continue }
            try posting.then(
                RaiseClawback(
                    award: award, fund: line.account.fund, year: year, amount: line.amount,
                    reason: reason), given: facts, on: occasion)
        }
        for instalment in try facts.all(Instalment.self, prefix: "\(award)#")
        where instalment.status != .paid && instalment.status != .withdrawn {
            try posting.then(
                WithdrawInstalment(award: award, number: instalment.number, reason: reason),
                given: facts, on: occasion)
        }
        for (fund, year) in lines {
            try posting.then(
                LapseAward(award: award, fund: fund, year: year, reason: reason), given: facts,
                on: occasion)
        }
        row.status = .ended
        posting.add(Posting(puts: [try facts.put(row)]))
        return posting.ordered
    }

    /// The funds and years of which something is still reserved or committed.
    private func left(
        _ row: Award, _ facts: Facts
    ) throws(Stop) -> [(fund: Code, year: FinancialYear)] {
        var lines: [(fund: Code, year: FinancialYear)] = []
        for head in [Head.reserved, .committed] {
            for account in try facts.accounts(Account(head, award: award)) {
                guard let fund = account.fund, let year = account.year,
                    !lines.contains(where: { $0 == (fund, year) })
                else { continue }
                lines.append((fund, year))
            }
        }
        return lines
    }

    /// Checks that nothing is owed to the recipient and that every return is decided.
    private func checkFinished(_ facts: Facts) throws(Stop) {
        let open = try facts.all(MonitoringReturn.self, prefix: "\(award)#")
            .filter { $0.status == .submitted || $0.status == .queried }
        var owed = Money.zero
        for head in [Head.awardCreditors, .accruedExpenditure] {
            owed += try facts.lines(Account(head, award: award)).map(\.amount).total
        }
        guard owed > .zero || !open.isEmpty else { return }
        let periods = open.map(\.period.description).joined(separator: ", ")
        let undecided = open.isEmpty ? "" : "; to be decided: the return of \(periods)"
        throw .no(
            .awardUnfinished, "Award \(award) cannot end: \(owed) is owed to it\(undecided).",
            remedy:
                "Pay what is owed (almoner payment make \(award)) and accept or reject its returns.",
            [.init("award", award), .init("owed", owed), .init("periods", periods)])
    }
}
