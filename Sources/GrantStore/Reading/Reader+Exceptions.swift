import GRDB
public import GrantLedger

extension Reader {
    /// Entries an auditor should see.
    ///
    /// - Parameters:
    ///   - from: what is dated before this day is left out.
    ///   - asAt: what is dated after this day is left out.
    ///   - knownAt: what was recorded after this entry is left out.
    /// - Returns: the report, by every rule there is.
    /// - Throws: ``BookFault`` where the book cannot be read.
    public func exceptions(
        from: Day? = nil, asAt: Day, knownAt: Int? = nil
    ) throws -> ExceptionReport {
        var closes: [FinancialYear: Int] = [:]
        for year in try rows(YearEnd.self, knownAt: knownAt) where year.status == .closed {
            closes[year.year] = year.close
        }
        let arguments: StatementArguments = [
            from?.description ?? "0001-01-01", asAt.description, knownAt ?? newest,
            Self.json(ExceptionRule.flags.map(\.rawValue)),
            Self.json(ExceptionRule.kinds.map(\.rawValue)), ExceptionRule.backDatedAfter,
            closes.values.min() ?? Self.greatestNumber,
        ]
        let entries = try rows(Self.exceptionSQL, arguments).map { row in
            try Self.entry(from: row.blob(1), number: row.whole(0))
        }
        return ExceptionReport(entries, context: ExceptionContext(closes: closes))
    }

    /// A net wide enough for every rule: flags, kinds, dates, and all that came after a close.
    private static let exceptionSQL = """
        SELECT number, CAST(record AS BLOB) FROM journal
        WHERE date BETWEEN ?1 AND ?2 AND number <= ?3 AND (
            kind IN (SELECT value FROM json_each(?5))
            OR julianday(substr(recordedAt, 1, 10)) - julianday(date) > ?6
            OR number > ?7
            OR EXISTS (SELECT 1 FROM json_each(record, '$.flags')
                       WHERE value IN (SELECT value FROM json_each(?4))))
        ORDER BY number
        """
}
