import GRDB
public import GrantLedger

/// What was recorded after an entry and is dated in one year.
public struct YearSince: Hashable, Sendable {
    /// The year.
    public let year: FinancialYear
    /// How many entries.
    public let count: Int
    /// The first of them.
    public let first: Int
    /// The last of them.
    public let last: Int
}

extension Reader {
    /// What was recorded after an entry, by the year it is dated in.
    public func entriesByYear(after number: Int) throws -> [YearSince] {
        var years: [FinancialYear: YearSince] = [:]
        for row in try rows(
            """
            SELECT date, count(*), min(number), max(number) FROM journal
            WHERE number > ? AND number <= ? GROUP BY date
            """, [number, newest])
        {
            guard let day = Day(try row.text(0)) else {
                throw BookFault.damaged(what: "a date is none")
            }
            let year = FinancialYear(containing: day)
            let before = years[year]
            years[year] = YearSince(
                year: year, count: try row.whole(1) + (before?.count ?? 0),
                first: min(try row.whole(2), before?.first ?? .max),
                last: max(try row.whole(3), before?.last ?? 0))
        }
        return years.values.sorted { $0.year < $1.year }
    }
}
