import GRDB
public import GrantLedger

extension Reader {
    /// What was planned and charged to each quarter end, by fund.
    ///
    /// - Parameter asAt: entries dated after this day are left out.
    /// - Returns: the report.
    /// - Throws: where the book cannot be read.
    public func quarters(asAt: Day) throws -> QuarterReport {
        let charged = try poolMonths([.charged], asAt: asAt).map { month in
            KeptFigure(
                month.pool, quarter: Day("\(month.month)-01").map(Quarter.init(containing:)))
        }
        let awards = try rows(Award.self)
        let awarded = try balances(
            [.reserved, .committed, .charged], asAt: asAt
        ).map { KeptFigure($0) }
        var planned: [Quarter: [KeptFigure]] = [:]
        for quarter in QuarterReport.quarters(of: awarded, asAt: asAt) {
            planned[quarter] = Planned(asAt: quarter.lastDay, awards: awards)
                .figures(from: awarded)
        }
        return QuarterReport(asAt: asAt, charged: charged, planned: planned)
    }
}
