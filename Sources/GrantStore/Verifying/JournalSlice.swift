import GRDB

/// Some entries of the journal with what lies under them, read row by row as they are stored.
struct JournalSlice {
    /// How many entries a slice has at most.
    static let most = 2_000

    let journal: RawStatement
    var transfers: RowsUnder
    var versions: RowsUnder
    var rests: RowsUnder
    var approvals: RowsUnder?

    /// Begins after an entry; it must be ended within the same transaction.
    init(_ reader: Reader, after: Int) throws {
        journal = try RawStatement(
            reader.db,
            """
            SELECT number, batch, kind, date, recordedAt, user, login, approver, approverLogin, reverses, key,
                transfers, puts, rests, rules, record, chain
            FROM journal WHERE number > ? ORDER BY number LIMIT ?
            """)
        journal.bind(after, Self.most)
        transfers = try RowsUnder(
            reader,
            """
            SELECT transfer.entry, transfer.line, transfer.debit, transfer.credit, debit.name, credit.name,
                amountPence
            FROM transfer LEFT JOIN account AS debit ON debit.id = transfer.debit
            LEFT JOIN account AS credit ON credit.id = transfer.credit
            WHERE transfer.entry > ? ORDER BY transfer.entry, transfer.line
            """, after: after)
        versions = try RowsUnder(
            reader,
            """
            SELECT entry, line, register, key, row FROM version INDEXED BY versionByEntry
            WHERE entry > ? ORDER BY entry, line
            """, after: after)
        rests = try RowsUnder(
            reader,
            """
            SELECT entry, line, under FROM rest INDEXED BY restByEntry
            WHERE entry > ? ORDER BY entry, line
            """, after: after)
        if reader.schema > 1 {
            approvals = try RowsUnder(
                reader,
                "SELECT entry, prepared FROM approval WHERE entry > ? ORDER BY entry", after: after)
        }
    }

    /// Ends the reading.
    func end() {
        journal.reset()
        for rows in [transfers, versions, rests, approvals].compactMap(\.self) { rows.end() }
    }
}

/// Rows that lie under entries, met in the order of those.
struct RowsUnder {
    let row: RawStatement
    /// The entry of the row that was stepped to and not given yet.
    private var ahead: Int?
    private var isAtEnd = false

    init(_ reader: Reader, _ sql: String, after: Int) throws {
        row = try RawStatement(reader.db, sql)
        row.bind(after)
    }

    /// Goes on to the next row of an entry; false where it has no more.
    ///
    /// Rows of entries before it are passed over: they are of none that is there.
    mutating func next(under entry: Int) throws -> Bool {
        while !isAtEnd {
            if ahead == nil {
                guard try row.step() else {
                    isAtEnd = true
                    return false
                }
                ahead = try row.whole(0)
            }
            guard let found = ahead, found <= entry else { return false }
            ahead = nil
            if found == entry { return true }
        }
        return false
    }

    func end() { row.reset() }
}
