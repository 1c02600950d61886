import GRDB
public import GrantLedger

extension Reader {
    /// The entries that moved the bank and stand, dated in a span, in the order of date and number.
    ///
    /// An entry that was reversed, and what reversed it, are left out: they cancel on the same day.
    public func bankMoves(from: Day? = nil, to: Day? = nil) throws -> [BankMove] {
        guard
            let bank = try first(
                "SELECT id FROM account WHERE name = ?", [Account(.bank).description])
        else { return [] }
        let sql = """
            WITH moved (entry, pence) AS (
                SELECT entry, sum(pence) FROM (
                    SELECT entry, amountPence AS pence FROM transfer WHERE debit = ?1
                    UNION ALL
                    SELECT entry, -amountPence FROM transfer WHERE credit = ?1)
                GROUP BY entry)
            SELECT number, date, kind, pence, json_extract(record, '$.reference'),
                json_extract(record, '$.act.award'), json_extract(record, '$.act.claim'),
                json_extract(record, '$.act.code'), json_extract(record, '$.act.grant')
            FROM journal JOIN moved ON entry = number
            WHERE pence <> 0 AND (?2 IS NULL OR date >= ?2) AND (?3 IS NULL OR date <= ?3)
            AND reverses IS NULL
            AND NOT EXISTS (SELECT 1 FROM journal AS undo WHERE undo.reverses = journal.number)
            ORDER BY date, number
            """
        var moves: [BankMove] = []
        try forEachRow(sql, [bank.whole(0), from?.description, to?.description]) { row in
            let number = try row.whole(0)
            guard let date = Day(try row.text(1)), let kind = Kind(rawValue: try row.text(2)) else {
                throw BookFault.damaged(what: "entry \(number) has a date or a kind that cannot be")
            }
            moves.append(
                BankMove(
                    entry: number, date: date, kind: kind,
                    amount: Money(pence: Int64(try row.whole(3))),
                    reference: try row.textIfAny(4),
                    codes: try (5...8).compactMap { try row.textIfAny($0) }))
        }
        return moves
    }

    /// The entry that was recorded under a key, or nil.
    public func entry(under key: String) throws -> Entry? {
        try first("SELECT number FROM journal WHERE key = ?", [key]).flatMap {
            try entry(try $0.whole(0))
        }
    }
}
