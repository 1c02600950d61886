public import GrantLedger

extension QuarterReport {
    /// What is charged beside what was planned, quarter by quarter.
    ///
    /// - Parameter fund: the fund; nil for all.
    /// - Returns: the chart with its table; nil where nothing was ever planned or charged.
    public func chart(of fund: Code? = nil) -> Chart? {
        let points = points(of: fund)
        guard let now = points.last(where: { $0.charged != nil }), let charged = now.charged else {
            return nil
        }
        let ended = points.last { $0.quarter.lastDay <= asAt }
        let planned = ended?.planned ?? .zero
        let off = (ended?.charged ?? charged) - planned
        let day = ended?.quarter.lastDay.prose ?? asAt.prose
        let words =
            off == .zero
            ? "as its profile has it"
            : "\(off < .zero ? -off : off) \(off < .zero ? "less" : "more") than its profile"
        return Chart(
            heading: "Spend against its profile",
            finding: "To \(day), \(ended?.charged ?? charged) is charged, \(words)",
            description: "Two lines over \(points.count) quarters, each summed from the first: "
                + "what is charged, to \(asAt.prose), and what the profile plans to each quarter "
                + "end. The table below has the figures.",
            drawing: .lines(
                points.map {
                    .init(quarter: $0.quarter, planned: $0.planned, charged: $0.charged)
                }),
            sheet: sheet(points))
    }

    /// A row a quarter; one that still runs is not held against a plan for its end.
    private func sheet(_ points: [Point]) -> Sheet {
        Sheet(
            key: "quarters", title: "To each quarter end",
            columns: [
                Column("quarter", "Quarter"), Column("ends", "To", .date),
                Column("profiled", "Profile", .money), Column("charged", "Charged", .money),
                Column("variance", "Off its profile", .money),
            ],
            rows: points.map { point in
                [
                    .text(point.quarter.description), .date(point.quarter.lastDay),
                    .money(point.planned), Cell(point.charged),
                    point.quarter.lastDay <= asAt
                        ? Cell(point.charged.map { $0 - point.planned }) : .absent,
                ]
            })
    }
}
