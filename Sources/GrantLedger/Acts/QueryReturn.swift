/// Sends a return back with a question.
///
/// Posts nothing: its figures stand until it is resubmitted or rejected.
public struct QueryReturn: Act {
    /// Its kind.
    public static let kind = Kind.queryReturn
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
        guard report.status == .submitted else { throw .refused(.notOpen(report)) }
        report.status = .queried
        report.reason = reason
        return Posting(puts: [try facts.put(report)])
    }
}

extension Facts {
    /// A monitoring return that must be there.
    func monitoringReturn(_ award: Code, _ period: Period) throws(Stop) -> MonitoringReturn {
        try known(Award.self, award).check(period)
        guard let report = try find(MonitoringReturn.self, MonitoringReturn.key(award, period))
        else {
            throw .no(
                .returnNotOpen, "No return of \(award) for \(period) has been submitted.",
                remedy: "Take it in first: almoner return submit \(award) --period \(period).",
                [.init("award", award), .init("period", period)])
        }
        return report
    }
}

extension Refusal {
    /// A return that is already settled, or waits for its resubmission.
    static func notOpen(_ report: MonitoringReturn) -> Refusal {
        Refusal(
            .returnNotOpen,
            "The return of \(report.award) for \(report.period) is \(report.status.rawValue).",
            remedy: report.status == .queried
                ? "Submit it again with the answer, or reject it."
                : "Reverse the entry that settled it, if it was wrong.",
            [
                Detail("award", report.award), Detail("period", report.period),
                Detail("status", report.status.rawValue),
            ])
    }
}
