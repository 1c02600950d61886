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
        let names = Self.json(heads.map(\.rawValue).sorted())
        let last = min(knownAt ?? newest, newest)
        let end = asAt?.description
        var later: [Int: Balance] = [:]
        if owner == nil, last < newest || end != nil {
            for row in try laterMoves(after: last, end: end, names) {
                later[try row.whole(0)] = try Self.balance(row, 1)
            }
        }
        let found =
            try owner.map { try accountRows(names, owner: $0) }
            ?? accountRows(PoolChoice(heads, funds, year))
        return try found.compactMap { row in
            let id = try row.whole(0)
            let account = try Self.account(row.text(1))
            var balance = try Self.balance(row, 2)
            if owner != nil, last < newest || end != nil {
                balance = try balance.subtracting(laterMoves(of: id, after: last, end: end))
            } else if let moved = later[id] {
                balance = try balance.subtracting(moved)
            }
            return balance == Balance() ? nil : AccountBalance(account: account, balance: balance)
        }
    }

    private func accountRows(_ heads: String, owner: Code) throws -> [Row] {
        try rows(
            """
            SELECT id, name, debits, credits FROM account
            WHERE owner = ? AND head IN (SELECT value FROM json_each(?)) ORDER BY name
            """, [owner.description, heads])
    }

    private func accountRows(_ choice: PoolChoice) throws -> [Row] {
        try rows(
            """
            SELECT account.id, account.name, account.debits, account.credits
            FROM pool JOIN account ON account.pool = pool.id
            WHERE \(choice.condition(from: 1)) ORDER BY account.name
            """, choice.arguments)
    }

    /// What moved through every account after an entry, or later than a day.
    private func laterMoves(after last: Int, end: String?, _ heads: String) throws -> [Row] {
        try rows(
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
            """, [last, end, heads])
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
