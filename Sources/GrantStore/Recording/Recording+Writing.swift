import Foundation
import GRDB
import GrantLedger
import GrantSeal

extension Recording {
    /// Writes an entry: its journal row, accounts and transfers, versions, rests.
    func write(_ entry: Entry) throws {
        let bytes = entry.bytes
        chain = chain.after(bytes)
        recordedAt = entry.recordedAt
        try writeJournal(entry, record: String(decoding: bytes, as: UTF8.self))
        if let prepared = entry.prepared {
            try run(
                "INSERT INTO approval (entry, prepared) VALUES (?, ?)", [entry.number, prepared])
        }
        for (index, transfer) in entry.transfers.enumerated() {
            try write(transfer, line: index + 1, of: entry)
        }
        for (index, put) in entry.puts.enumerated() {
            let row = put.row.map { String(decoding: $0.bytes, as: UTF8.self) }
            try run(
                "INSERT INTO version (register, key, entry, line, row) VALUES (?, ?, ?, ?, ?)",
                [put.register.rawValue, put.key, entry.number, index + 1, row])
        }
        for (index, under) in entry.rests.enumerated() {
            try run(
                "INSERT INTO rest (under, entry, line) VALUES (?, ?, ?)",
                [under, entry.number, index + 1])
        }
        reader.newest = entry.number
        facts.take(entry)
    }

    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    private func writeJournal(_ entry: Entry, record: String) throws {
        try run(
            """
            INSERT INTO journal (number, batch, kind, date, recordedAt, user, login, approver, approverLogin,
                reverses, key, transfers, puts, rests, rules, record, chain)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                entry.number, entry.batch, entry.kind.rawValue, entry.date.description,
                entry.recordedAt, entry.user, entry.login, entry.approver, entry.approverLogin,
                entry.reverses, entry.key, entry.transfers.count, entry.puts.count,
                entry.rests.count, entry.rules, record, Data(chain.bytes),
            ])
    }

    private func write(_ transfer: Transfer, line: Int, of entry: Entry) throws {
        let debit = try open(transfer.debit)
        let credit = try open(transfer.credit)
        try run(
            "INSERT INTO transfer (entry, line, debit, credit, amountPence) VALUES (?, ?, ?, ?, ?)",
            [entry.number, line, debit.id, credit.id, transfer.amount.pence])
        let month = String(entry.date.description.prefix(7))
        try count(transfer.amount, in: PoolMonth(pool: debit.pool, month: month), debit: true)
        try count(transfer.amount, in: PoolMonth(pool: credit.pool, month: month), debit: false)
    }

    private func count(_ amount: Money, in month: PoolMonth, debit: Bool) throws {
        var sum = months[month] ?? Balance()
        guard let moved = (debit ? sum.debits : sum.credits).adding(amount) else {
            throw BookFault.ledgerGuard(name: "pool-month-grows")
        }
        if debit { sum.debits = moved } else { sum.credits = moved }
        months[month] = sum
    }

    /// Adds what moved to the months of the pools, once a commit.
    func flushMonths() throws {
        for (month, sum) in months {
            try run(
                """
                UPDATE poolMonth SET debits = debits + ?, credits = credits + ?, entry = ?
                WHERE pool = ? AND month = ?
                """,
                [sum.debits.pence, sum.credits.pence, reader.newest, month.pool, month.month])
            guard db.changesCount == 0 else { continue }
            try run(
                "INSERT INTO poolMonth (pool, month, debits, credits, entry) VALUES (?, ?, ?, ?, ?)",
                [month.pool, month.month, sum.debits.pence, sum.credits.pence, reader.newest])
        }
        months = [:]
    }
}

extension Recording {
    /// The rows of an account and its pool; both are opened where this is their first transfer.
    private func open(_ account: Account) throws -> Opened {
        if let known = opened[account] { return known }
        let name = account.description
        let found: Opened
        if let row = try reader.first("SELECT id, pool FROM account WHERE name = ?", [name]) {
            found = Opened(id: Int64(try row.whole(0)), pool: Int64(try row.whole(1)))
        } else {
            found = try open(account, name: name)
        }
        opened[account] = found
        return found
    }

    private func open(_ account: Account, name: String) throws -> Opened {
        let owners = [account.award, account.bid, account.grant].compactMap(\.self)
        guard owners.count <= 1 else { throw BookFault.ledgerGuard(name: "account-one-owner") }
        let traits = account.head.traits
        let pool = try openPool(account)
        try run(
            """
            INSERT INTO account (name, head, accountSet, side, floored, pool, owner)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                name, account.head.rawValue, traits.set.rawValue, traits.side, traits.floored, pool,
                account.owner?.description,
            ])
        return Opened(id: db.lastInsertedRowID, pool: pool)
    }

    private func openPool(_ account: Account) throws -> Int64 {
        let key: StatementArguments = [
            account.head.rawValue, account.fund?.description ?? "",
            account.round?.description ?? "",
            account.year?.start ?? 0, account.mark?.rawValue ?? "",
        ]
        let sql = """
            SELECT id FROM pool
            WHERE head = ? AND fund = ? AND round = ? AND year = ? AND mark = ?
            """
        if let row = try reader.first(sql, key) { return Int64(try row.whole(0)) }
        try run("INSERT INTO pool (head, fund, round, year, mark) VALUES (?, ?, ?, ?, ?)", key)
        return db.lastInsertedRowID
    }
}

extension Head.Traits {
    /// As the book has it: 1 where debits raise it, -1 where credits do.
    var side: Int { debitNormal ? 1 : -1 }
    /// As the book has it: 1 where it may not go below nil.
    var floored: Int { limit == nil ? 0 : 1 }
}
