/// Records that a funder refuses part of a line of a claim, borne by a fund of the office's own.
///
/// Posts C Dr claimed / Cr notYetEarned, and of the award's lines Dr paid / Cr awardPayable (funder's), Dr awardPayable / Cr paid (own), what is not yet paid from paymentReleased and paymentScheduled likewise; B Dr charged / Cr roundAvailable or unallocated of the funder's fund, Dr unallocated / Cr charged of the own fund, same award, of the open year where the old is closed; A Dr grantIncome / Cr grantDebtors, Dr awardExpenditure (own) / Cr awardExpenditure (funder's), what is owed moving with it.
public struct DisallowClaim: Act {
    /// Its kind.
    public static let kind = Kind.disallowClaim
    /// The claim.
    public var claim: Code
    /// Its line, 1, 2, 3 ….
    public var line: Int
    /// How much.
    public var amount: Money
    /// The own fund that bears it.
    public var borneBy: Code
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(
        claim: Code, line: Int, amount: Money, borneBy: Code, reason: Note
    ) {
        self.claim = claim
        self.line = line
        self.amount = amount
        self.borneBy = borneBy
        self.reason = reason
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        preconditionFailure("DisallowClaim has no rule yet.")
    }
}
