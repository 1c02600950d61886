/// Refuses a return as a whole; another may be submitted for the period.
///
/// Posts M Dr returnsSubmitted / Cr spendReported.
public struct RejectReturn: Act {
    /// Its kind.
    public static let kind = Kind.rejectReturn
    /// The award.
    public var award: Code
    /// What the return covers.
    public var period: Period
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(award: Code, period: Period, reason: Note) {
        (self.award, self.period, self.reason) = (award, period, reason)
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        var report = try facts.monitoringReturn(award, period)
        guard report.status == .submitted || report.status == .queried else {
            throw .refused(.notOpen(report))
        }
        let transfers = report.unsubmitted
        report.status = .rejected
        report.reason = reason
        return Posting(transfers, puts: [try facts.put(report)])
    }
}
