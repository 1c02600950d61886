import GRDB
public import GrantLedger

extension Reader: FactSource {
    /// The number the next entry will have.
    public var nextNumber: Int { newest + 1 }

    /// A row of a register as it stands.
    public func row(_ register: Register, _ key: String) throws -> (row: Canonical?, entry: Int)? {
        let sql = """
            SELECT CAST(row AS BLOB), entry FROM version
            WHERE register = ? AND key = ? ORDER BY entry DESC LIMIT 1
            """
        guard let found = try first(sql, [register.rawValue, key]) else { return nil }
        let row = try found.blobIfAny(0).map { try Self.tree($0, of: "\(register) \(key)") }
        return (row, try found.whole(1))
    }

    /// The keys of a register's rows that begin with a text.
    public func keys(_ register: Register, prefix: String) throws -> [String] {
        // No text comes after the last scalar there is.
        try texts(
            "SELECT DISTINCT key FROM version WHERE register = ? AND key >= ? AND key < ? ORDER BY key",
            register.rawValue, prefix, prefix + "\u{10FFFF}")
    }

    /// The texts of the first column, read through SQLite's own interface: rules ask for many.
    private func texts<each Value: RawValue>(
        _ sql: String, _ values: repeat each Value
    ) throws -> [String] {
        let statement = try RawStatement(db, sql)
        statement.bind(repeat each values)
        defer { statement.reset() }
        var texts: [String] = []
        while try statement.step() { texts.append(try Self.validated(try statement.text(0))) }
        return texts
    }

    /// The text of a key or name.
    static func validated(_ bytes: UnsafeRawBufferPointer) throws -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw BookFault.damaged(what: "a key or name is not UTF-8")
        }
        return text
    }

    /// What has moved through an account.
    public func balance(_ account: Account) throws -> Balance {
        let sql = "SELECT debits, credits FROM account WHERE name = ?"
        guard let row = try first(sql, [account.description]) else { return Balance() }
        return try Self.balance(row, 0)
    }

    /// The lowest normal balance at the end of any day from the given one on, if one is later.
    public func lowest(_ account: Account, from date: Day) throws -> Money? {
        let sql = "SELECT id, date, side FROM account WHERE name = ?"
        guard let row = try first(sql, [account.description]) else { return nil }
        guard try row.text(1) > date.description else { return nil }
        return try lowest(id: row.whole(0), side: row.whole(2), from: date.description)
    }

    func lowest(id: Int, side: Int, from date: String) throws -> Money {
        let sql = """
            WITH move (date, delta) AS (
                SELECT date, sum(delta) FROM (
                    SELECT journal.date AS date, transfer.amountPence AS delta
                    FROM transfer JOIN journal ON journal.number = transfer.entry
                    WHERE transfer.debit = ?1
                    UNION ALL
                    SELECT journal.date, -transfer.amountPence
                    FROM transfer JOIN journal ON journal.number = transfer.entry
                    WHERE transfer.credit = ?1)
                GROUP BY date),
            standing (balance, until) AS (
                SELECT ?2 * sum(delta) OVER (ORDER BY date), lead(date) OVER (ORDER BY date) FROM move)
            SELECT min(balance) FROM (
                SELECT balance FROM standing WHERE until IS NULL OR until > ?3
                UNION ALL
                SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM move WHERE date <= ?3))
            """
        return Money(pence: Int64(try first(sql, [id, side, date])?.whole(0) ?? 0))
    }

    /// The accounts that match a pattern and are not nil, or were ever moved, in the order of their
    /// names' bytes.
    public func accounts(_ pattern: Account, evenNil: Bool) throws -> [Account] {
        let names: [String]
        if let owner = pattern.owner {
            names = try texts(
                """
                SELECT name FROM account
                WHERE owner = ? AND head = ? AND (? OR debits <> credits) ORDER BY name
                """, owner.description, pattern.head.rawValue, evenNil ? 1 : 0)
        } else {
            names = try texts(
                """
                SELECT account.name FROM pool JOIN account ON account.pool = pool.id
                WHERE pool.head = ?1 AND (?2 IS NULL OR pool.fund = ?2) AND (?3 IS NULL OR pool.round = ?3)
                AND (?4 IS NULL OR pool.year = ?4) AND (?5 OR account.debits <> account.credits)
                ORDER BY account.name
                """, pattern.head.rawValue, pattern.fund?.description, pattern.round?.description,
                pattern.year?.start, evenNil ? 1 : 0)
        }
        return try names.map(Self.account).filter { $0.matches(pattern) }
    }

    static func account(_ name: String) throws -> Account {
        guard let account = Account(name) else {
            throw BookFault.damaged(what: "\(name) is not the name of an account")
        }
        return account
    }

    /// An entry in the journal.
    public func entry(_ number: Int) throws -> Entry? {
        try bytes(of: number).map { try Self.entry(from: $0, number: number) }
    }

    /// The entry that reverses an entry, if one does.
    public func reversal(of number: Int) throws -> Int? {
        try first("SELECT number FROM journal WHERE reverses = ?", [number])?.whole(0)
    }

    /// The newest entry that stands on an entry: it rests on it, or on a reversal that does.
    public func standing(on number: Int) throws -> Int? {
        let sql = """
            WITH RECURSIVE below (number) AS (
                VALUES (?)
                UNION
                SELECT rest.entry FROM below JOIN rest ON rest.under = below.number
                JOIN journal ON journal.number = rest.entry WHERE journal.reverses IS NOT NULL)
            SELECT max(rest.entry) FROM below JOIN rest ON rest.under = below.number
            JOIN journal ON journal.number = rest.entry
            WHERE journal.reverses IS NULL
            AND NOT EXISTS (SELECT 1 FROM journal AS undo WHERE undo.reverses = rest.entry)
            """
        return try first(sql, [number])?.wholeIfAny(0)
    }
}
