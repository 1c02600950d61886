import GRDB

/// The book as it was known when an entry was the newest.
///
/// Nothing is ever changed in a book, so what was known then is what stands there now without the
/// entries that came later. A connection sees it through temporary views that stand before the
/// tables of the same names; every statement of a reader then answers as of that entry, whatever it
/// asks. What later entries moved is summed once, so that the cost is theirs and not all history's.
struct AsKnown {
    /// The number of the newest entry that was known.
    let entry: Int

    /// Sets the views up, where they are not as wanted yet.
    ///
    /// - Parameter db: a connection in a transaction; its sums are of the newest entry of that.
    /// - Throws: where the book cannot be read.
    func stand(before db: Database) throws {
        let newest = try Int.fetchOne(db, sql: "SELECT coalesce(max(number), 0) FROM main.journal")
        let wanted = "\(entry) of \(newest ?? 0)"
        try db.execute(sql: "CREATE TEMP TABLE IF NOT EXISTS standing (known TEXT NOT NULL)")
        guard try String.fetchOne(db, sql: "SELECT known FROM temp.standing") != wanted else {
            return
        }
        for (name, filter) in Self.filters {
            try db.execute(
                sql: """
                    DROP VIEW IF EXISTS temp.\(name);
                    CREATE TEMP VIEW \(name) AS SELECT * FROM main.\(name) WHERE \(filter) <= \(entry);
                    """)
        }
        try db.execute(sql: Self.moved(after: entry))
        try db.execute(
            sql: "DELETE FROM temp.standing; INSERT INTO temp.standing VALUES (?)",
            arguments: [wanted])
    }

    // A row of what is only added to belongs to the entry it was added with. The `+` keeps the number
    // from being what the journal is searched by where a statement asks by date or time.
    private static let filters = [
        ("journal", "+number"), ("version", "entry"), ("transfer", "entry"), ("rest", "entry"),
        ("approval", "entry"),
    ]

    /// What is kept summed: less what later entries moved.
    ///
    /// An account's `date` stays the latest of all, which no reader minds: it says only that there is
    /// nothing later.
    private static func moved(after entry: Int) -> String {
        """
        DROP VIEW IF EXISTS temp.account;
        DROP VIEW IF EXISTS temp.poolMonth;
        DROP TABLE IF EXISTS temp.laterAccount;
        DROP TABLE IF EXISTS temp.laterMonth;
        CREATE TEMP TABLE laterAccount (
            id INTEGER PRIMARY KEY, debits INTEGER NOT NULL, credits INTEGER NOT NULL);
        INSERT INTO laterAccount
            SELECT id, sum(debits), sum(credits) FROM (
                SELECT debit AS id, amountPence AS debits, 0 AS credits FROM main.transfer
                WHERE entry > \(entry)
                UNION ALL
                SELECT credit, 0, amountPence FROM main.transfer WHERE entry > \(entry))
            GROUP BY id;
        CREATE TEMP TABLE laterMonth (
            pool INTEGER, month TEXT, debits INTEGER NOT NULL, credits INTEGER NOT NULL,
            PRIMARY KEY (pool, month)) WITHOUT ROWID;
        INSERT INTO laterMonth
            SELECT account.pool, move.month, sum(move.debits), sum(move.credits) FROM (
                SELECT debit AS id, substr(date, 1, 7) AS month, amountPence AS debits, 0 AS credits
                FROM main.journal NOT INDEXED CROSS JOIN main.transfer ON entry = number
                WHERE number > \(entry)
                UNION ALL
                SELECT credit, substr(date, 1, 7), 0, amountPence
                FROM main.journal NOT INDEXED CROSS JOIN main.transfer ON entry = number
                WHERE number > \(entry)) AS move
            JOIN main.account ON account.id = move.id GROUP BY account.pool, move.month;
        CREATE TEMP VIEW account AS
            SELECT now.id, now.name, now.head, now.accountSet, now.side, now.floored, now.pool,
                now.owner, now.debits - coalesce(later.debits, 0) AS debits,
                now.credits - coalesce(later.credits, 0) AS credits, now.date
            FROM main.account AS now LEFT JOIN temp.laterAccount AS later ON later.id = now.id;
        CREATE TEMP VIEW poolMonth AS
            SELECT now.pool, now.month, now.debits - coalesce(later.debits, 0) AS debits,
                now.credits - coalesce(later.credits, 0) AS credits
            FROM main.poolMonth AS now LEFT JOIN temp.laterMonth AS later
            ON later.pool = now.pool AND later.month = now.month;
        """
    }
}

extension Book {
    /// The same book as it was known when an entry was the newest.
    ///
    /// - Parameter entry: the number of that entry; what is later than the newest is the newest.
    /// - Returns: a book that answers every question as it did then. Contacts that were erased since
    ///   are gone from it too.
    /// - Throws: ``BookFault`` where it cannot be read.
    public func asKnown(at entry: Int) throws -> Book {
        try Book(self, known: AsKnown(entry: min(entry, entries)))
    }

    /// The number of the newest entry recorded at a time or before it; 0 where none was.
    public func newestEntry(recordedBy time: String) throws -> Int {
        try read { try $0.entryNumber(recordedBy: time) }
    }
}
