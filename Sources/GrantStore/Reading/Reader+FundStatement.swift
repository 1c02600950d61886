import GRDB
public import GrantLedger

extension Reader {
    /// What a fund had, what moved it in a year, and what it has.
    ///
    /// - Parameters:
    ///   - fund: the fund.
    ///   - year: the year of the entries' dates.
    ///   - asAt: the last day, where it is before the year's end.
    /// - Returns: the statement.
    /// - Throws: ``BookFault`` where the book cannot be read.
    public func fundStatement(
        _ fund: Code, year: FinancialYear, asAt: Day? = nil
    ) throws -> FundStatement {
        let heads: Set<Head> = [
            .unallocated, .roundAvailable, .budgetPrepared, .reserved, .committed,
        ]
        var opening: [(Head, Money)] = []
        if let before = year.firstDay.adding(days: -1) {
            opening = try pools(heads, asAt: before)
                .filter { $0.fund == fund }.map { ($0.head, $0.amount) }
        }
        let last = min(asAt ?? year.lastDay, year.lastDay)
        let movements = try rows(
            Self.movementSQL,
            [year.firstDay.description, last.description, fund.description]
        ).map { row in
            guard let kind = Kind(rawValue: try row.text(0)),
                let debit = Head(rawValue: try row.text(1)),
                let credit = Head(rawValue: try row.text(2))
            else { throw BookFault.damaged(what: "an entry has an unknown kind or head") }
            return FundStatement.Movement(
                kind: kind, debit: debit, credit: credit,
                amount: Money(pence: Int64(try row.whole(3))))
        }
        return FundStatement(fund: fund, year: year, opening: opening, movements: movements)
    }

    /// What moved between the budget's heads of a fund, by the kind of the act that was meant: of a
    /// reversal that of the entry undone, of a prepared or adjusting entry that of the act within.
    private static let movementSQL = """
        SELECT coalesce(meant.record ->> '$.act.asked', journal.record ->> '$.act.asked',
                        meant.kind, journal.kind) AS kind,
               debit.head, credit.head, sum(transfer.amountPence)
        FROM journal
        CROSS JOIN transfer ON transfer.entry = journal.number
        JOIN account AS debit ON debit.id = transfer.debit
        JOIN account AS credit ON credit.id = transfer.credit
        JOIN pool ON pool.id = debit.pool
        LEFT JOIN journal AS meant ON meant.number = coalesce(
            journal.reverses,
            CASE WHEN journal.kind = 'decidePrepared' THEN journal.record ->> '$.act.prepared' END)
        WHERE journal.date BETWEEN ?1 AND ?2
        AND debit.accountSet = 'budget' AND pool.fund = ?3
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        """
}
