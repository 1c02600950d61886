/// A spend report with what a reader must know beside it.
public struct SpendAnswer: Sendable {
    /// The report.
    public var report: SpendReport
    /// The fund it is about, where it is about one.
    public var fund: Fund?
    /// The names of codes that stand in its keys.
    public var names: [String: String]
    /// How many entries are dated after the as-at day, and left out.
    public var laterEntries: Int
    /// What was entered after the as-at day with a date up to it, where anything was.
    public var backDated: BackDated?
    /// How far the returns of the last period ended have come, where there are any due.
    public var returns: ReturnsDue?

    /// Creates an answer.
    public init(
        report: SpendReport, fund: Fund? = nil, names: [String: String] = [:],
        laterEntries: Int = 0,
        backDated: BackDated? = nil, returns: ReturnsDue? = nil
    ) {
        self.report = report
        self.fund = fund
        self.names = names
        self.laterEntries = laterEntries
        self.backDated = backDated
        self.returns = returns
    }

    /// Entries dated up to the as-at day and recorded after it.
    public struct BackDated: Sendable {
        /// How many.
        public let entries: Int
        /// The totals without them.
        public let before: SpendFigures

        /// Creates it.
        public init(entries: Int, before: SpendFigures) {
            (self.entries, self.before) = (entries, before)
        }
    }

    /// The last return of each award whose period ended in the twelve months to the as-at day.
    public struct ReturnsDue: Sendable {
        /// The days on which their periods ended.
        public let ends: Set<Day>
        /// How many awards owe one.
        public let due: Int
        /// How many of them are not accepted.
        public let open: Int

        /// Creates it.
        public init(ends: Set<Day>, due: Int, open: Int) {
            (self.ends, self.due, self.open) = (ends, due, open)
        }
    }
}
