/// The monitoring returns of awards: which have come, which are agreed, which are late.
public struct ReturnReport: Sendable {
    /// One return, in or due.
    public struct Row: Hashable, Sendable {
        /// The award.
        public let award: Award
        /// What it covers.
        public let period: Period
        /// The return; absent while it has not come.
        public let report: MonitoringReturn?

        /// How it stands, in a word: `due`, `overdue` or that of the return.
        public func standing(asAt day: Day) -> String {
            if let report { return report.status.rawValue }
            return period.lastDay >= day ? "due" : "overdue"
        }
    }

    /// The rows, by award and period.
    public let rows: [Row]

    /// Gathers the returns of signed awards up to the period a day falls in.
    ///
    /// - Parameters:
    ///   - awards: the awards with the years in which money is payable to them.
    ///   - returns: the returns that have come.
    ///   - asAt: periods that begin after this day are left out.
    public init(
        awards: [(award: Award, years: [FinancialYear])], returns: [MonitoringReturn], asAt: Day
    ) {
        let come = Dictionary(returns.map { ($0.key, $0) }) { $1 }
        rows = awards.sorted { $0.award.code < $1.award.code }.flatMap { award, years in
            award.periods(in: years).filter { $0.firstDay <= asAt }.map {
                period in
                let report = come[MonitoringReturn.key(award.code, period)]
                return Row(award: award, period: period, report: report)
            }
        }
    }

    /// The rows of returns that have not come although their period has ended.
    public func overdue(asAt day: Day) -> [Row] {
        rows.filter { $0.report == nil && $0.period.lastDay < day }
    }
}
