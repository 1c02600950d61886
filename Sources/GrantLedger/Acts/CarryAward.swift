/// Carries an award's unspent money into a later year, by consent.
///
/// Posts C the cap (Dr capSet / Cr capHeadroom of the later year if short, Dr capUsed / Cr capHeadroom of the earlier, Dr capHeadroom / Cr capUsed of the later), what is unpaid first (Dr paymentScheduled / Cr awardPayable of the earlier, Dr awardPayable / Cr paymentScheduled of the later), what is held the same with paid, what was clawed back as unscheduled, and the grant's ceiling (Dr notYetEarned / Cr claimCeiling, Dr claimCeiling / Cr notYetEarned); B Dr committed / Cr carriedForward, which stays, Dr broughtForward / Cr committed; A what is held Dr paymentsOnAccount (later) / Cr paymentsOnAccount (earlier), receiptsInAdvance likewise, then Dr awardCreditors / Cr paymentsOnAccount where both stand.
public struct CarryAward: Act {
    /// Its kind.
    public static let kind = Kind.carryAward
    /// The award.
    public var award: Code
    /// The fund; every one, by what each can carry, where absent.
    public var fund: Code?
    /// Out of which year.
    public var from: FinancialYear
    /// Into which year.
    public var to: FinancialYear
    /// How much.
    public var amount: Money
    /// The funder's or the office's consent, by its reference.
    public var consent: Note

    /// Creates the act.
    public init(
        award: Code, fund: Code? = nil, from: FinancialYear, to: FinancialYear, amount: Money,
        consent: Note
    ) {
        self.award = award
        self.fund = fund
        self.from = from
        self.to = to
        self.amount = amount
        self.consent = consent
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        preconditionFailure("CarryAward has no rule yet.")
    }
}
