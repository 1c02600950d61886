import GRDB

/// Some entries of the journal with what belongs to them, raw as stored.
struct JournalSlice {
    /// One row of the journal and the rows under it.
    struct JournalRow {
        let number: Int
        let cells: Row
        let transfers: [Row]
        let versions: [Row]
        let rests: [Row]
    }

    let rows: [JournalRow]

    /// How many entries a slice has at most.
    static let most = 2_000

    init(_ reader: Reader, after: Int) throws {
        let journal = try reader.rows(
            """
            SELECT number, batch, CAST(kind AS BLOB), CAST(date AS BLOB), CAST(recordedAt AS BLOB),
                CAST(user AS BLOB), CAST(login AS BLOB), CAST(approver AS BLOB),
                CAST(approverLogin AS BLOB), reverses, CAST(key AS BLOB), transfers, puts, rests, rules,
                CAST(record AS BLOB), chain
            FROM journal WHERE number > ? ORDER BY number LIMIT ?
            """, [after, Self.most])
        guard let first = try journal.first?.whole(0), let last = try journal.last?.whole(0) else {
            rows = []
            return
        }
        let transfers = try Self.under(
            try reader.rows(
                """
                SELECT transfer.entry, transfer.line, CAST(debit.name AS BLOB), CAST(credit.name AS BLOB), amountPence
                FROM transfer LEFT JOIN account AS debit ON debit.id = transfer.debit
                LEFT JOIN account AS credit ON credit.id = transfer.credit
                WHERE transfer.entry BETWEEN ? AND ? ORDER BY transfer.entry, transfer.line
                """, [first, last]))
        let versions = try Self.under(
            try reader.rows(
                """
                SELECT entry, line, CAST(register AS BLOB), CAST(key AS BLOB), CAST(row AS BLOB)
                FROM version WHERE entry BETWEEN ? AND ? ORDER BY entry, line
                """, [first, last]))
        let rests = try Self.under(
            try reader.rows(
                "SELECT entry, line, under FROM rest WHERE entry BETWEEN ? AND ? ORDER BY entry, line",
                [first, last]))
        rows = try journal.map { cells in
            let number = try cells.whole(0)
            return JournalRow(
                number: number, cells: cells, transfers: transfers[number] ?? [],
                versions: versions[number] ?? [], rests: rests[number] ?? [])
        }
    }

    private static func under(_ rows: [Row]) throws -> [Int: [Row]] {
        var byEntry: [Int: [Row]] = [:]
        for row in rows { byEntry[try row.whole(0), default: []].append(row) }
        return byEntry
    }
}
