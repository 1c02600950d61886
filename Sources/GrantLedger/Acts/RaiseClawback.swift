/// Asks back what a recipient holds and will not spend.
///
/// Posts A Dr clawbackDebtors / Cr paymentsOnAccount.
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
        preconditionFailure("RaiseClawback has no rule yet.")
    }
}
