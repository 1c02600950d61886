import GRDB
public import GrantLedger

extension Reader {
    /// One account with what stood on it before a span of days, and what moved through it in them.
    public struct RollingBalance: Hashable, Sendable {
        /// The account.
        public let account: Account
        /// Debits and credits dated before the span.
        public let before: Balance
        /// Debits and credits dated in it.
        public let within: Balance
    }

    /// Accounts after a name, in the order of their names' bytes, at most so many.
    ///
    /// - Parameters:
    ///   - after: the name after which they begin; empty for the first.
    ///   - from: the first day of the span; nil for the first of all.
    ///   - through: its last day; nil for the last of all.
    ///   - limit: how many at most.
    /// - Returns: the accounts, those through which nothing moved too.
    /// - Throws: ``BookFault`` where the book cannot be read.
    public func rollingBalances(
        after: String, from: Day?, through: Day?, limit: Int
    ) throws -> [RollingBalance] {
        let arguments: StatementArguments = [
            after, limit, from?.description ?? "", through?.description ?? "9999-12-31", newest,
        ]
        return try rows(Self.rollingSQL, arguments).map { row in
            RollingBalance(
                account: try Self.account(row.text(0)), before: try Self.balance(row, 1),
                within: try Self.balance(row, 3))
        }
    }

    private static let rollingSQL = """
        WITH slice (id, name) AS (
            SELECT id, name FROM account WHERE name > ?1 ORDER BY name LIMIT ?2),
        move (id, date, debits, credits) AS (
            SELECT slice.id, journal.date, amountPence, 0 FROM slice
            CROSS JOIN transfer ON transfer.debit = slice.id
            JOIN journal ON journal.number = transfer.entry WHERE transfer.entry <= ?5
            UNION ALL
            SELECT slice.id, journal.date, 0, amountPence FROM slice
            CROSS JOIN transfer ON transfer.credit = slice.id
            JOIN journal ON journal.number = transfer.entry WHERE transfer.entry <= ?5)
        SELECT slice.name,
            coalesce(sum(CASE WHEN move.date < ?3 THEN move.debits END), 0),
            coalesce(sum(CASE WHEN move.date < ?3 THEN move.credits END), 0),
            coalesce(sum(CASE WHEN move.date BETWEEN ?3 AND ?4 THEN move.debits END), 0),
            coalesce(sum(CASE WHEN move.date BETWEEN ?3 AND ?4 THEN move.credits END), 0)
        FROM slice LEFT JOIN move ON move.id = slice.id
        GROUP BY slice.name ORDER BY slice.name
        """

    /// One account with what moved through it, by the years its entries are dated in.
    public struct YearlyBalance: Hashable, Sendable {
        /// The account.
        public let account: Account
        /// Each year in which anything moved, oldest first.
        public fileprivate(set) var years: [Year] = []

        /// What moved in one year.
        public struct Year: Hashable, Sendable {
            /// The year in which the entries are dated.
            public let year: FinancialYear
            /// Debits and credits.
            public fileprivate(set) var balance: Balance
        }
    }

    /// Accounts after a name, in the order of their names' bytes, at most so many.
    ///
    /// - Parameters:
    ///   - after: the name after which they begin; empty for the first.
    ///   - limit: how many at most.
    /// - Returns: the accounts, those through which nothing moved too.
    /// - Throws: ``BookFault`` where the book cannot be read.
    public func yearlyBalances(after: String, limit: Int) throws -> [YearlyBalance] {
        var found: [YearlyBalance] = []
        var last = ""
        for row in try rows(Self.yearlySQL, [after, limit, newest]) {
            let name = try row.text(0)
            if name != last || found.isEmpty {
                found.append(YearlyBalance(account: try Self.account(name)))
                last = name
            }
            guard let month = try row.textIfAny(1) else { continue }
            guard let day = Day("\(month)-01") else {
                throw BookFault.damaged(what: "an entry is dated in \(month)")
            }
            try found[found.count - 1].add(
                Self.balance(row, 2), in: FinancialYear(containing: day))
        }
        return found
    }

    private static let yearlySQL = """
        WITH slice (id, name) AS (
            SELECT id, name FROM account WHERE name > ?1 ORDER BY name LIMIT ?2),
        move (id, month, debits, credits) AS (
            SELECT slice.id, substr(journal.date, 1, 7), amountPence, 0 FROM slice
            CROSS JOIN transfer ON transfer.debit = slice.id
            JOIN journal ON journal.number = transfer.entry WHERE transfer.entry <= ?3
            UNION ALL
            SELECT slice.id, substr(journal.date, 1, 7), 0, amountPence FROM slice
            CROSS JOIN transfer ON transfer.credit = slice.id
            JOIN journal ON journal.number = transfer.entry WHERE transfer.entry <= ?3)
        SELECT slice.name, move.month, coalesce(sum(move.debits), 0),
            coalesce(sum(move.credits), 0)
        FROM slice LEFT JOIN move ON move.id = slice.id
        GROUP BY slice.name, move.month ORDER BY slice.name, move.month
        """

    /// What raised an account's balance up to a day, newest first, until it makes up the balance: what
    /// is left of each rise, as if what came first had gone first.
    ///
    /// - Parameters:
    ///   - account: the account.
    ///   - balance: its balance at the end of the day, in its normal direction.
    ///   - asAt: the day.
    /// - Returns: days and what is left of that day's rises.
    /// - Throws: ``BookFault`` where the book cannot be read.
    public func standing(
        on account: Account, balance: Money, asAt: Day
    ) throws -> [(day: Day, amount: Money)] {
        let side = account.head.traits.debitNormal ? "debit" : "credit"
        let sql = """
            SELECT journal.date, sum(transfer.amountPence) FROM account
            JOIN transfer ON transfer.\(side) = account.id
            JOIN journal ON journal.number = transfer.entry
            WHERE account.name = ? AND journal.date <= ? AND journal.number <= ?
            GROUP BY journal.date ORDER BY journal.date DESC
            """
        var left = balance
        var found: [(day: Day, amount: Money)] = []
        for row in try rows(sql, [account.description, asAt.description, newest]) {
            guard left > Money.zero else { break }
            guard let day = Day(try row.text(0)) else {
                throw BookFault.damaged(what: "an entry has no date")
            }
            let amount = min(left, Money(pence: Int64(try row.whole(1))))
            left = left - amount
            found.append((day, amount))
        }
        return found
    }
}

extension Reader.YearlyBalance {
    fileprivate mutating func add(_ balance: Balance, in year: FinancialYear) throws {
        if let last = years.last, last.year == year {
            years[years.count - 1].balance = try last.balance.adding(balance)
        } else {
            years.append(Year(year: year, balance: balance))
        }
    }
}
