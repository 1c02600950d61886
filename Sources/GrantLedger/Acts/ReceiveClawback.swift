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
        preconditionFailure("ReceiveClawback has no rule yet.")
    }
}
