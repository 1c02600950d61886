import GRDB

/// The statements by which an entry is written, prepared once a connection.
struct RecordingStatements {
    let journal: RawStatement
    let approval: RawStatement
    let transfer: RawStatement
    let version: RawStatement
    let rest: RawStatement
    let account: RawStatement
    let month: RawStatement
    let monthGrows: RawStatement

    init(_ db: Database) throws {
        journal = try RawStatement(
            db,
            """
            INSERT INTO journal (number, batch, kind, date, recordedAt, user, login, approver, approverLogin,
                reverses, key, transfers, puts, rests, rules, record, chain)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        approval = try RawStatement(db, "INSERT INTO approval (entry, prepared) VALUES (?, ?)")
        transfer = try RawStatement(
            db,
            "INSERT INTO transfer (entry, line, debit, credit, amountPence) VALUES (?, ?, ?, ?, ?)")
        version = try RawStatement(
            db, "INSERT INTO version (register, key, entry, line, row) VALUES (?, ?, ?, ?, ?)")
        rest = try RawStatement(db, "INSERT INTO rest (under, entry, line) VALUES (?, ?, ?)")
        account = try RawStatement(
            db,
            """
            INSERT INTO account (name, head, accountSet, side, floored, pool, owner)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        month = try RawStatement(
            db,
            "INSERT INTO poolMonth (pool, month, debits, credits, entry) VALUES (?, ?, ?, ?, ?)")
        monthGrows = try RawStatement(
            db,
            """
            UPDATE poolMonth SET debits = debits + ?, credits = credits + ?, entry = ?
            WHERE pool = ? AND month = ?
            """)
    }
}
