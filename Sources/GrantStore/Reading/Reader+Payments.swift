import GRDB
public import GrantLedger

extension Reader {
    /// Payments to recipients, and those that came back, in the order of their entries.
    ///
    /// - Parameters:
    ///   - asAt: what is dated after this day is left out.
    ///   - takes: which awards and years of cost are wanted.
    /// - Returns: a row a payment.
    /// - Throws: ``BookFault`` where a record cannot be read.
    public func payments(
        asAt: Day? = nil,
        of takes: (Code, FinancialYear?) -> Bool = { _, _ in true }
    ) throws -> PaymentReport {
        let filter = EntryFilter(kinds: [.payInstalment, .returnPayment], to: asAt)
        var entries: [Entry] = []
        while true {
            let slice = try self.entries(matching: filter, after: entries.last?.number ?? 0)
            guard !slice.isEmpty else { break }
            entries += slice.map(\.entry)
        }
        var reversals: [Int: Int] = [:]
        for row in try rows(
            """
            SELECT undone.number, undo.number FROM journal AS undo JOIN journal AS undone
            ON undone.number = undo.reverses
            WHERE undone.kind IN ('payInstalment', 'returnPayment')
            """)
        {
            reversals[try row.whole(0)] = try row.whole(1)
        }
        return PaymentReport(entries: entries, reversals: reversals).filtered(takes)
    }

    /// What moved through accounts of some heads, by account and day, in the heads' normal
    /// direction.
    func moves(
        _ heads: Set<Head>, knownAt: Int?, asAt: Day
    ) throws -> [(Account, Day, Money)] {
        try rows(
            """
            SELECT account.name, journal.date, sum(move.debits), sum(move.credits) FROM (
                SELECT debit AS account, entry, amountPence AS debits, 0 AS credits FROM transfer
                UNION ALL
                SELECT credit, entry, 0, amountPence FROM transfer) AS move
            JOIN account ON account.id = move.account JOIN journal ON journal.number = move.entry
            WHERE account.head IN (SELECT value FROM json_each(?1)) AND move.entry <= ?2
            AND journal.date <= ?3
            GROUP BY account.id, journal.date ORDER BY account.name, journal.date
            """,
            [Self.json(heads.map(\.rawValue).sorted()), knownAt ?? newest, asAt.description]
        ).compactMap { row in
            let account = try Self.account(row.text(0))
            guard let date = Day(try row.text(1)) else { return nil }
            let balance = Balance(
                debits: Money(pence: Int64(try row.whole(2))),
                credits: Money(pence: Int64(try row.whole(3))))
            return (account, date, balance.normal(account.head))
        }
    }
}
