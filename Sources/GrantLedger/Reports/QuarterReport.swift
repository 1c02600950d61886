/// What was planned and what is charged to each quarter end, summed from the first one on.
///
/// The plan is the one that stands on the as-at day, reckoned to each quarter end as a spend report
/// as at that day reckons it; what is charged stands in the quarter of its entry's date.
public struct QuarterReport: Sendable {
    /// One quarter end.
    public struct Point: Hashable, Sendable {
        /// The quarter.
        public let quarter: Quarter
        /// What was planned to its end.
        public let planned: Money
        /// What was charged to its end, or to the as-at day within it; nil where that day lies
        /// before the quarter.
        public let charged: Money?
    }

    /// The last day whose entries count.
    public let asAt: Day

    private let planned: [Quarter: [Code: Money]]
    private let charged: [Quarter: [Code: Money]]

    /// The most years that are told: those before the last of them are in its first quarter.
    public static let mostYears = 5

    /// Gathers the sums.
    ///
    /// - Parameters:
    ///   - asAt: the last day whose entries count.
    ///   - charged: what is charged, each figure with the quarter of its entry's date.
    ///   - planned: what was planned to the end of each quarter.
    public init(asAt: Day, charged: [KeptFigure], planned: [Quarter: [KeptFigure]]) {
        self.asAt = asAt
        self.planned = planned.mapValues { Self.sums($0) }
        self.charged = Dictionary(
            grouping: charged.filter { $0.quarter != nil },
            by: { $0.quarter ?? Quarter(containing: asAt) }
        ).mapValues { Self.sums($0) }
    }

    /// The quarter ends of one fund, or of all.
    ///
    /// - Parameter fund: the fund; nil for all.
    /// - Returns: a point a quarter from the first in which anything was planned or charged to the
    ///   last; none where nothing ever was.
    public func points(of fund: Code? = nil) -> [Point] {
        func amount(_ sums: [Code: Money]?) -> Money {
            guard let sums else { return .zero }
            return fund.map { sums[$0] ?? .zero } ?? sums.values.total
        }
        let quarters = planned.keys.sorted()
        let now = Quarter(containing: asAt)
        var points: [Point] = []
        for quarter in quarters {
            let sum = charged.filter { $0.key <= quarter }.map { amount($0.value) }.total
            points.append(
                Point(
                    quarter: quarter, planned: amount(planned[quarter]),
                    charged: quarter <= now ? sum : nil))
        }
        let last = points.last?.planned ?? .zero
        let isAny = points.contains { $0.planned != .zero || ($0.charged ?? .zero) != .zero }
        guard isAny else { return [] }
        let begun = points.drop { $0.planned == .zero && ($0.charged ?? .zero) == .zero }
        let first = begun.first?.quarter.year ?? now.year
        let end = max(
            points.first { $0.planned == last }?.quarter.year ?? now.year,
            min(now, quarters.last ?? now).year)
        return points.filter { (first...max(first, end)).contains($0.quarter.year) }
    }

    /// The years a book's figures call for: of those in which money is awarded, the five about the
    /// as-at day.
    ///
    /// - Parameters:
    ///   - figures: what is awarded.
    ///   - asAt: the day.
    /// - Returns: their quarters, in order.
    public static func quarters(of figures: [KeptFigure], asAt: Day) -> [Quarter] {
        let now = FinancialYear(containing: asAt)
        let years = Set(figures.filter { $0.amount != .zero }.compactMap(\.year)).union([now])
        guard let first = years.min(), let last = years.max() else { return [] }
        let end = min(last.start, max(now.start + 2, first.start + mostYears - 1))
        let begin = max(first.start, end - mostYears + 1)
        return (begin...max(begin, end)).compactMap { FinancialYear(starting: $0) }
            .flatMap(\.quarters)
    }

    private static func sums(_ figures: [KeptFigure]) -> [Code: Money] {
        figures.reduce(into: [:]) { sums, figure in
            if let fund = figure.fund { sums[fund, default: .zero] += figure.amount }
        }
    }
}
