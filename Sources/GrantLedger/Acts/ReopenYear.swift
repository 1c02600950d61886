/// Opens a closed year again, on a second person's authority.
///
/// Posts the opposite of the close. Dated 31 March.
public struct ReopenYear: Act {
    /// Its kind.
    public static let kind = Kind.reopenYear
    /// The year.
    public var year: FinancialYear
    /// Who authorised it.
    public var authorisedBy: Note
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(
        year: FinancialYear, authorisedBy: Note, reason: Note
    ) {
        self.year = year
        self.authorisedBy = authorisedBy
        self.reason = reason
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        preconditionFailure("ReopenYear has no rule yet.")
    }
}
