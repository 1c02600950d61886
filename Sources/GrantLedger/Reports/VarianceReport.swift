/// Spend against its plan, and what is expected to be left of what was awarded.
public struct VarianceReport: Sendable {
    /// One row.
    public struct Row: Sendable {
        /// What the row is of, as in the report of spend.
        public let keys: [String]
        /// The figures of the report of spend.
        public let figures: SpendFigures
        /// What is expected to be charged besides.
        public let toCome: Money

        /// The outturn expected.
        public var forecast: Money { figures.charged + toCome }
        /// What is expected to be left of what was awarded; below nil where more is expected.
        ///
        /// Own costs were awarded to nobody, so nothing is left of them.
        public var underspend: Money { figures.awarded - forecast }
    }

    /// What was asked.
    public let question: SpendQuestion
    /// The rows with something awarded or charged, in the order of their keys.
    public let rows: [Row]
    /// The sums of the rows.
    public let totals: Row

    /// Joins what is with what is expected.
    ///
    /// - Parameters:
    ///   - spend: the report of spend, as it was asked.
    ///   - toCome: what is expected besides, line by line, as ``Outturn`` shares it out.
    ///   - things: what awards and rounds are, for grouping and filtering.
    public init(spend: SpendReport, toCome: [KeptFigure], things: SpendThings) {
        let expected = SpendReport(spend.question, figures: toCome, planned: [], things: things)
        let amounts = Dictionary(expected.rows.map { ($0.keys, $0.figures.committed) }) { $1 }
        question = spend.question
        rows = spend.rows.map {
            Row(keys: $0.keys, figures: $0.figures, toCome: amounts[$0.keys] ?? .zero)
        }.filter { $0.figures.awarded != .zero || $0.figures.profiled != .zero }
        totals = Row(
            keys: [], figures: spend.totals, toCome: expected.totals.committed)
    }
}
