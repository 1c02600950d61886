/// Carries money no award holds into a later year, by consent.
///
/// Posts B Dr roundAvailable or unallocated / Cr carriedForward, Dr broughtForward / Cr roundAvailable or unallocated of the later year; the grant's ceiling and receipts in advance follow.
public struct CarryFunding: Act {
    /// Its kind.
    public static let kind = Kind.carryFunding
    /// The fund.
    public var fund: Code
    /// The round, where it is a round's.
    public var round: Code?
    /// Out of which year.
    public var from: FinancialYear
    /// Into which year.
    public var to: FinancialYear
    /// How much.
    public var amount: Money
    /// The consent, by its reference.
    public var consent: Note

    /// Creates the act.
    public init(
        fund: Code, round: Code? = nil, from: FinancialYear, to: FinancialYear, amount: Money,
        consent: Note
    ) {
        self.fund = fund
        self.round = round
        self.from = from
        self.to = to
        self.amount = amount
        self.consent = consent
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        preconditionFailure("CarryFunding has no rule yet.")
    }
}
