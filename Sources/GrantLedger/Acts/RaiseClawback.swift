/// Asks back what a recipient holds and will not spend.
///
/// Posts A Dr clawbackDebtors / Cr paymentsOnAccount, over several funds by what is held of each.
/// Spend found ineligible after an award has ended is asked back too.
public struct RaiseClawback: Act {
    /// Its kind.
    public static let kind = Kind.raiseClawback
    /// The award.
    public var award: Code
    /// The fund; every one, by what is held of each, where absent.
    public var fund: Code?
    /// The year.
    public var year: FinancialYear
    /// How much.
    public var amount: Money
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(
        award: Code, fund: Code? = nil, year: FinancialYear, amount: Money, reason: Note
    ) {
        self.award = award
        self.fund = fund
        self.year = year
        self.amount = amount
        self.reason = reason
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let row = try facts.known(Award.self, award)
        try facts.check(Fund.self, fund)
        try amount.checkPositive()
        let held = Account(.paymentsOnAccount, fund: fund, award: award, year: year)
        var lines = try facts.held(of: row, fund: fund, year: year)
        guard !lines.isEmpty else {
            throw .no(
                .nothingHeld, "\(award) holds nothing on account in \(year).",
                remedy:
                    "Spend that was accepted is found ineligible first: almoner return disallow "
                    + "\(award).",
                [.init("award", award), .init("year", year), .init("asked", amount)])
        }
        try lines.check(amount, within: held, on: occasion.date)
        var transfers: [Transfer] = []
        for (line, share) in lines.take(amount) {
            transfers.move(
                share, debit: line.under(.clawbackDebtors),
                credit: row.holding(line, FinancialYear(containing: occasion.date)))
        }
        return Posting(transfers)
    }
}
