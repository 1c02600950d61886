/// Asks a funder for what was earned and not yet claimed: whole lines of accepted spend to a quarter's end, late returns too.
///
/// Posts A Dr grantDebtors / Cr accruedGrantIncome; C Dr earnedClaimable / Cr claimed. Each line names its return or its own cost. Match in kind is never in it.
public struct MakeClaim: Act {
    /// Its kind.
    public static let kind = Kind.makeClaim
    /// Its code.
    public var code: Code
    /// The grant.
    public var grant: Code
    /// The year of the cost.
    public var year: FinancialYear
    /// To the end of which quarter, 1 to 4; the whole year where absent.
    public var quarter: Int?
    /// Lines to leave for a later claim.
    public var leave: [ClaimLine.Source]

    /// Creates the act.
    public init(
        code: Code, grant: Code, year: FinancialYear, quarter: Int? = nil,
        leave: [ClaimLine.Source] = []
    ) {
        self.code = code
        self.grant = grant
        self.year = year
        self.quarter = quarter
        self.leave = leave
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        preconditionFailure("MakeClaim has no rule yet.")
    }
}
