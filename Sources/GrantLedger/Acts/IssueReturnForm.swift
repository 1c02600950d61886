/// Gives out a workbook for a monitoring return; an earlier one of the same period is then old.
///
/// Posts nothing.
public struct IssueReturnForm: Act {
    /// Its kind.
    public static let kind = Kind.issueReturnForm
    /// The award.
    public var award: Code
    /// The period the return covers.
    public var period: Period
    /// The version given out: one more than the last.
    public var version: Int
    /// The code that ties the workbook to what it was given out with.
    public var check: Note

    /// Creates the act.
    public init(award: Code, period: Period, version: Int, check: Note) {
        (self.award, self.period, self.version, self.check) = (award, period, version, check)
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let row = try facts.known(Award.self, award)
        try row.checkSigned()
        try row.check(period)
        let key = MonitoringReturn.key(award, period)
        if let report = try facts.look(MonitoringReturn.self, key),
            report.status == .submitted || report.status == .accepted
        {
            throw .refused(.returnStands(report))
        }
        let last = try facts.look(ReturnForm.self, key)?.version ?? 0
        guard version == last + 1 else {
            throw .no(
                .nothingToChange,
                "Version \(last) of the form is given out; the next is \(last + 1).",
                remedy: "Give it out again: almoner return issue \(award) --period \(period).",
                [.init("version", last)])
        }
        let form = ReturnForm(
            award: award, period: period, version: version, check: check, issued: occasion.date)
        return Posting(puts: [try facts.put(form)])
    }
}
