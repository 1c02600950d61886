import GRDB
import GrantLedger
import GrantSeal

extension Recording {
    /// Writes an entry: its journal row, accounts and transfers, versions, rests.
    func write(_ entry: Entry) throws {
        let record = entry.bytes
        chain = chain.after(record)
        recordedAt = entry.recordedAt
        let date = entry.date.description
        try writeJournal(entry, date: date, record: record)
        if let prepared = entry.prepared { try statements.approval.run(entry.number, prepared) }
        let month = String(date.prefix(7))
        for (index, transfer) in entry.transfers.enumerated() {
            try write(transfer, line: index + 1, of: entry, in: month)
        }
        for (index, put) in entry.puts.enumerated() {
            try statements.version.run(
                put.register.rawValue, put.key, entry.number, index + 1,
                put.row.map { RawText(bytes: $0.bytes) })
        }
        for (index, under) in entry.rests.enumerated() {
            try statements.rest.run(under, entry.number, index + 1)
        }
        reader.newest = entry.number
        facts.take(entry)
    }

    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    private func writeJournal(_ entry: Entry, date: String, record: [UInt8]) throws {
        try statements.journal.run(
            entry.number, entry.batch, entry.kind.rawValue, date, entry.recordedAt, entry.user,
            entry.login, entry.approver, entry.approverLogin, entry.reverses, entry.key,
            entry.transfers.count, entry.puts.count, entry.rests.count, entry.rules,
            RawText(bytes: record), RawBlob(bytes: chain.bytes))
    }

    private func write(
        _ transfer: Transfer, line: Int, of entry: Entry, in month: String
    ) throws {
        let debit = try open(transfer.debit)
        let credit = try open(transfer.credit)
        try statements.transfer.run(
            entry.number, line, accounts[debit].id, accounts[credit].id, transfer.amount.pence)
        try move(debit, transfer.amount, debit: true, entry.date, in: month)
        try move(credit, transfer.amount, debit: false, entry.date, in: month)
    }

    /// Moves an account as the book's trigger has just moved its row, and counts its pool's month.
    private func move(
        _ place: Int, _ amount: Money, debit: Bool, _ date: Day, in month: String
    ) throws {
        accounts[place].move(amount, debit: debit, on: date)
        let key = PoolMonth(pool: accounts[place].pool, month: month)
        var sum = months[key] ?? Balance()
        guard let moved = (debit ? sum.debits : sum.credits).adding(amount) else {
            throw BookFault.ledgerGuard(name: "pool-month-grows")
        }
        if debit { sum.debits = moved } else { sum.credits = moved }
        months[key] = sum
    }

    /// Adds what moved to the months of the pools, once a commit.
    func flushMonths() throws {
        for (month, sum) in months {
            let (debits, credits) = (sum.debits.pence, sum.credits.pence)
            try statements.monthGrows.run(
                debits, credits, reader.newest, month.pool, month.month)
            guard db.changesCount == 0 else { continue }
            try statements.month.run(month.pool, month.month, debits, credits, reader.newest)
        }
        months = [:]
    }
}

extension Recording {
    /// Where an account is kept; it and its pool are opened where this is their first transfer.
    private func open(_ account: Account) throws -> Int {
        let place = try accounts.place(of: account)
        guard accounts[place].id == nil else { return place }
        let owners = [account.award, account.bid, account.grant].compactMap(\.self)
        guard owners.count <= 1 else { throw BookFault.ledgerGuard(name: "account-one-owner") }
        let traits = account.head.traits
        let pool = try openPool(account)
        try statements.account.run(
            accounts[place].name, account.head.rawValue, traits.set.rawValue, traits.side,
            traits.floored, pool, account.owner?.description)
        accounts.open(place, id: db.lastInsertedRowID, pool: pool)
        return place
    }

    private func openPool(_ account: Account) throws -> Int64 {
        let pool = PoolKey(account)
        if let known = pools[pool] { return known }
        let key: StatementArguments = [
            pool.head.rawValue, pool.fund, pool.round, pool.year, pool.mark,
        ]
        let sql = """
            SELECT id FROM pool
            WHERE head = ? AND fund = ? AND round = ? AND year = ? AND mark = ?
            """
        let id: Int64
        if let row = try reader.first(sql, key) {
            id = Int64(try row.whole(0))
        } else {
            try run("INSERT INTO pool (head, fund, round, year, mark) VALUES (?, ?, ?, ?, ?)", key)
            id = db.lastInsertedRowID
        }
        pools[pool] = id
        return id
    }
}

extension Head.Traits {
    /// As the book has it: 1 where debits raise it, -1 where credits do.
    var side: Int { debitNormal ? 1 : -1 }
    /// As the book has it: 1 where it may not go below nil.
    var floored: Int { limit == nil ? 0 : 1 }
}
