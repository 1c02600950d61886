/// Takes in money that was clawed back.
///
/// Posts C Dr paid / Cr paymentReturned; A Dr bank / Cr clawbackDebtors.
public struct ReceiveClawback: Act {
    /// Its kind.
    public static let kind = Kind.receiveClawback
    /// The award.
    public var award: Code
    /// The fund; every one, by what is asked back of each, where absent.
    public var fund: Code?
    /// The year.
    public var year: FinancialYear
    /// How much.
    public var amount: Money
    /// Why, or how it came.
    public var reason: Note?

    /// Creates the act.
    public init(
        award: Code, fund: Code? = nil, year: FinancialYear, amount: Money,
        reason: Note? = nil
    ) {
        self.award = award
        self.fund = fund
        self.year = year
        self.amount = amount
        self.reason = reason
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        _ = try facts.known(Award.self, award)
        try facts.check(Fund.self, fund)
        try amount.checkPositive()
        let debtors = Account(.clawbackDebtors, fund: fund, award: award, year: year)
        var lines = try facts.lines(debtors)
        try lines.check(amount, within: debtors, on: occasion.date)
        var control: [Transfer] = []
        var actual: [Transfer] = []
        for (line, share) in lines.take(amount) {
            control.move(share, line, debit: .paid, credit: .paymentReturned)
            actual.move(share, debit: Account(.bank), credit: line)
        }
        return Posting(control + actual)
    }
}
