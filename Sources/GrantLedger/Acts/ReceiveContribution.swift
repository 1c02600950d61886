/// Takes in a partner's money for a fund of its own, such as match in cash paid to the office.
///
/// Posts A Dr bank / Cr receiptsInAdvance; B Dr fundingApproved / Cr unallocated.
public struct ReceiveContribution: Act {
    /// Its kind.
    public static let kind = Kind.receiveContribution
    /// The fund, whose source is a partner.
    public var fund: Code
    /// The year it is for.
    public var year: FinancialYear
    /// How much.
    public var amount: Money
    /// Who pays it.
    public var from: Code

    /// Creates the act.
    public init(
        fund: Code, year: FinancialYear, amount: Money, from: Code
    ) {
        self.fund = fund
        self.year = year
        self.amount = amount
        self.from = from
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        preconditionFailure("ReceiveContribution has no rule yet.")
    }
}
