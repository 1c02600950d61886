/// Gives up a clawback: a cost of the year, charged to the line it came from.
///
/// Posts B Dr committed / Cr charged (writtenOff), from where it lapsed to where it has lapsed already (C Dr capHeadroom / Cr capUsed again); A Dr awardExpenditure / Cr clawbackDebtors.
public struct WriteOffClawback: Act {
    /// Its kind.
    public static let kind = Kind.writeOffClawback
    /// The award.
    public var award: Code
    /// The fund; every one, by what is asked back of each, where absent.
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
        preconditionFailure("WriteOffClawback has no rule yet.")
    }
}
