import GRDB
public import GrantLedger

extension Reader {
    /// One account with what has moved through it.
    public struct AccountBalance: Hashable, Sendable {
        /// The account.
        public let account: Account
        /// Debits and credits.
        public let balance: Balance

        /// The balance in the head's normal direction.
        public var amount: Money { balance.normal(account.head) }
    }

    /// The accounts of some heads that have moved, in the order of their names' bytes.
    ///
    /// - Parameters:
    ///   - heads: which heads.
    ///   - owner: the award, bid or grant they are kept for; nil for all.
    ///   - funds: the funds whose money it is, where no owner is named; none for all.
    ///   - year: the year the cost belongs to, where no owner is named; nil for all.
    ///   - knownAt: leaves out entries after this number.
    ///   - asAt: leaves out entries dated after this day.
    /// - Returns: accounts through which something moved, each once.
    /// - Throws: where the book cannot be read.
    public func balances(
        _ heads: Set<Head>, owner: Code? = nil, of funds: Set<Code> = [],
        in year: FinancialYear? = nil, knownAt: Int? = nil, asAt: Day? = nil
    ) throws -> [AccountBalance] {
        var found: [AccountBalance] = []
        try forEachBalance(
            heads, owner: owner, PoolChoice(heads, funds, year), knownAt: knownAt, asAt: asAt
        ) { found.append($0) }
        return found
    }

    /// Gives the accounts of some heads that have moved owner by owner, and keeps no more than one's: an
    /// award's, a bid's or a grant's; those of no owner are together too.
    func forEachOwner(
        _ heads: Set<Head>, of funds: Set<Code>, in year: FinancialYear, asAt: Day,
        _ body: (Code?, [AccountBalance]) throws -> Void
    ) throws {
        var own: [AccountBalance] = []
        try forEachBalance(
            heads, PoolChoice(heads, funds, year), asAt: asAt, byOwner: true
        ) { found in
            if let first = own.first, first.account.owner != found.account.owner {
                try body(first.account.owner, own)
                own.removeAll(keepingCapacity: true)
            }
            own.append(found)
        }
        if let first = own.first { try body(first.account.owner, own) }
    }

    /// Gives accounts that have moved: an owner's, or those of some pools, in the order of their names or
    /// of their owners and names.
    private func forEachBalance(
        _ heads: Set<Head>, owner: Code? = nil, _ choice: PoolChoice, knownAt: Int? = nil,
        asAt: Day? = nil, byOwner: Bool = false, _ body: (AccountBalance) throws -> Void
    ) throws {
        let names = Self.json(heads.map(\.rawValue).sorted())
        let last = min(knownAt ?? newest, newest)
        let end = asAt?.description
        var later: [Int: Balance] = [:]
        if owner == nil, last < newest || end != nil {
            try forEachLaterMove(after: last, end: end, names) { row in
                later[try row.whole(0)] = try Self.balance(row, 1)
            }
        }
        func take(_ row: Row) throws {
            let id = try row.whole(0)
            var balance = try Self.balance(row, 2)
            if owner != nil, last < newest || end != nil {
                balance = try balance.subtracting(laterMoves(of: id, after: last, end: end))
            } else if let moved = later[id] {
                balance = try balance.subtracting(moved)
            }
            guard balance != Balance() else { return }
            try body(AccountBalance(account: Self.account(row.text(1)), balance: balance))
        }
        if let owner {
            try forEachAccountRow(names, owner: owner, take)
        } else {
            try forEachAccountRow(choice, byOwner, take)
        }
    }

    /// The accounts of one head that have moved, after a name, in the order of their names' bytes.
    ///
    /// - Parameters:
    ///   - head: which head.
    ///   - after: the account after which they begin; nil for the first.
    ///   - limit: how many at most.
    /// - Returns: the accounts; fewer than the limit where there are no more.
    /// - Throws: ``BookFault`` where the book cannot be read.
    public func balances(
        _ head: Head, after: Account?, limit: Int
    ) throws -> [AccountBalance] {
        // A name is its head's, bare or with a brace after it: a space is below the brace, a bar above.
        let first = after.map { "\($0) " } ?? head.rawValue
        let sql = """
            SELECT name, debits, credits FROM account
            WHERE name >= ? AND name < ? AND head = ? AND (debits <> 0 OR credits <> 0)
            ORDER BY name LIMIT ?
            """
        return try rows(sql, [first, "\(head.rawValue)|", head.rawValue, limit]).map { row in
            AccountBalance(
                account: try Self.account(row.text(0)), balance: try Self.balance(row, 1))
        }
    }

    private func forEachAccountRow(
        _ heads: String, owner: Code, _ body: (Row) throws -> Void
    ) throws {
        try forEachRow(
            """
            SELECT id, name, debits, credits FROM account
            WHERE owner = ? AND head IN (SELECT value FROM json_each(?)) ORDER BY name
            """, [owner.description, heads], body)
    }

    private func forEachAccountRow(
        _ choice: PoolChoice, _ byOwner: Bool, _ body: (Row) throws -> Void
    ) throws {
        try forEachRow(
            """
            SELECT account.id, account.name, account.debits, account.credits
            FROM pool JOIN account ON account.pool = pool.id
            WHERE \(choice.condition(from: 1))
            ORDER BY \(byOwner ? "account.owner, account.name" : "account.name")
            """, choice.arguments, body)
    }

    /// What moved through every account after an entry, or later than a day.
    private func forEachLaterMove(
        after last: Int, end: String?, _ heads: String, _ body: (Row) throws -> Void
    ) throws {
        try forEachRow(
            """
            WITH later (number) AS (
                SELECT number FROM journal WHERE number > ?1
                UNION
                SELECT number FROM journal WHERE date > ?2)
            SELECT move.account, sum(move.debits), sum(move.credits) FROM (
                SELECT debit AS account, amountPence AS debits, 0 AS credits
                FROM later CROSS JOIN transfer ON transfer.entry = later.number
                UNION ALL
                SELECT credit, 0, amountPence
                FROM later CROSS JOIN transfer ON transfer.entry = later.number) AS move
            JOIN account ON account.id = move.account
            WHERE account.head IN (SELECT value FROM json_each(?3))
            GROUP BY move.account
            """, [last, end, heads], body)
    }

    /// What moved through one account after an entry, or later than a day.
    private func laterMoves(of id: Int, after last: Int, end: String?) throws -> Balance {
        let row = try first(
            """
            SELECT (SELECT coalesce(sum(amountPence), 0) FROM transfer
                    JOIN journal ON journal.number = transfer.entry
                    WHERE debit = ?1 AND (entry > ?2 OR date > ?3)),
                   (SELECT coalesce(sum(amountPence), 0) FROM transfer
                    JOIN journal ON journal.number = transfer.entry
                    WHERE credit = ?1 AND (entry > ?2 OR date > ?3))
            """, [id, last, end])
        return try row.map { try Self.balance($0, 0) } ?? Balance()
    }
}
