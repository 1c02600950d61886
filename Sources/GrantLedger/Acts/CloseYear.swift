/// Closes a year: nothing is dated in it from then on but numbered adjustments.
///
/// Refused while unallocated, roundAvailable, budgetPrepared, reserved, committed or overProgrammingAuthorised of the year is not nil, or an earlier year with entries is open, or match is short and not explained. Posts A, for each account of the accounting year, Dr grantIncome, partnerContributions / Cr generalFund and Dr generalFund / Cr awardExpenditure, turned round where the balance is the other way. Dated 31 March.
public struct CloseYear: Act {
    /// Its kind.
    public static let kind = Kind.closeYear
    /// The year.
    public var year: FinancialYear
    /// Why match that is required was not found, or a minimum not met.
    public var explanation: Note?

    /// Creates the act.
    public init(
        year: FinancialYear, explanation: Note? = nil
    ) {
        self.year = year
        self.explanation = explanation
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        preconditionFailure("CloseYear has no rule yet.")
    }
}
