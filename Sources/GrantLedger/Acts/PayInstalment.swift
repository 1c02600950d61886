/// Pays a released instalment, in whole or in part.
///
/// Posts C Dr paymentReleased[N] / Cr paid; A Dr awardCreditors as far as owed, the rest Dr
/// paymentsOnAccount / Cr bank, line by line. A part payment splits the instalment: what is left of
/// it becomes one of the next number (C Dr paymentReleased[N] / Cr paymentReleased[M]).
public struct PayInstalment: Act {
    /// Its kind.
    public static let kind = Kind.payInstalment
    /// The award.
    public var award: Code
    /// Which payment.
    public var number: Int
    /// How much; all that is released where absent.
    public var amount: Money?

    /// Creates the act.
    public init(award: Code, number: Int, amount: Money? = nil) {
        (self.award, self.number, self.amount) = (award, number, amount)
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        var instalment = try facts.instalment(award, number)
        let row = try facts.known(Award.self, award)
        try amount?.checkPositive()
        try instalment.checkUnpaid()
        try check(instalment)
        let released = Account(
            .paymentReleased, award: award, instalment: number, year: instalment.year)
        var lines = try facts.lines(released)
        let paid = amount ?? lines.map(\.amount).total
        try lines.check(paid, within: released, on: occasion.date)

        var posting = Posting()
        var actual: [Transfer] = []
        for (line, share) in lines.take(paid) {
            let account = line.with(\.instalment, nil)
            posting.transfers.move(share, debit: line, credit: account.under(.paid))
            let owed = min(share, try facts.amount(account.under(.awardCreditors)))
            actual.move(owed, debit: account.under(.awardCreditors), credit: Account(.bank))
            actual.move(
                share - owed, debit: row.holding(account, FinancialYear(containing: occasion.date)),
                credit: Account(.bank))
        }
        let rest = lines.filter { $0.amount > .zero }
        if !rest.isEmpty {
            var second = instalment
            second.number =
                1 + (try facts.all(Instalment.self, prefix: "\(award)#").map(\.number).max() ?? 0)
            for line in rest {
                posting.transfers.move(
                    line.amount, debit: line.account,
                    credit: line.account.with(\.instalment, second.number))
            }
            posting.puts = [try facts.put(second)]
        }
        posting.transfers += actual
        instalment.status = .paid
        instalment.payment = facts.nextNumber
        posting.puts.append(try facts.put(instalment))
        return posting
    }

    private func check(_ instalment: Instalment) throws(Stop) {
        if instalment.status == .waiting { throw .refused(.returnAwaited(instalment)) }
        guard instalment.status == .held else { return }
        let reason = instalment.reason?.description ?? ""
        throw .no(
            .instalmentHeld, "Instalment \(number) of \(award) is held: \(reason)",
            remedy: "Release it first: almoner instalment release \(award) \(number).",
            [.init("award", award), .init("instalment", number), .init("reason", reason)])
    }
}
