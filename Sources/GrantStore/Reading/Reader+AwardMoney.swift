import GRDB
public import GrantLedger

extension Reader {
    /// What every entry changed of what awards were awarded, line by line, in the order of entries.
    func awardMoves() throws -> [(award: Code, move: GrantHistory.Move)] {
        let sql = """
            SELECT number, kind, journal.date, recordedAt, account.name, sum(move.debits), sum(move.credits)
            FROM (SELECT debit AS account, entry, amountPence AS debits, 0 AS credits FROM transfer
                  UNION ALL
                  SELECT credit, entry, 0, amountPence FROM transfer) AS move
            JOIN account ON account.id = move.account JOIN journal ON number = move.entry
            WHERE account.head IN (SELECT value FROM json_each(?))
            GROUP BY move.entry, account.id ORDER BY move.entry, account.name
            """
        let heads = Self.json(GrantHistory.heads.map(\.rawValue).sorted())
        var accounts: [String: Account] = [:]
        return try rows(sql, [heads]).compactMap { row in
            let name = try row.text(4)
            let account = try accounts[name] ?? Self.account(name)
            accounts[name] = account
            guard let award = account.award, let fund = account.fund, let year = account.year
            else { return nil }
            let moved = Balance(
                debits: Money(pence: Int64(try row.whole(5))),
                credits: Money(pence: Int64(try row.whole(6))))
            return (
                award,
                GrantHistory.Move(
                    try Self.moment(row), .init(fund: fund, year: year), moved.normal(account.head))
            )
        }
    }

    /// What moved between the bank and recipients, an entry and award each, in the order of entries.
    public func awardPayments() throws -> [PublishedGrant.Payment] {
        let sql = """
            WITH bank (id) AS (SELECT id FROM account WHERE name = ?),
            moved (entry, other, pence) AS (
                SELECT entry, debit, amountPence FROM transfer WHERE credit = (SELECT id FROM bank)
                UNION ALL
                SELECT entry, credit, -amountPence FROM transfer
                WHERE debit = (SELECT id FROM bank))
            SELECT number, kind, journal.date, recordedAt, account.name, sum(pence),
                reverses IS NOT NULL
                OR EXISTS (SELECT 1 FROM journal AS undo WHERE undo.reverses = journal.number)
            FROM moved JOIN account ON account.id = moved.other JOIN journal ON number = moved.entry
            WHERE account.owner IS NOT NULL
            GROUP BY number, account.id ORDER BY number, account.name
            """
        var payments: [PublishedGrant.Payment] = []
        for row in try rows(sql, [Account(.bank).description]) {
            let account = try Self.account(row.text(4))
            guard let award = account.award else { continue }
            let moment = try Self.moment(row)
            var amount = Money(pence: Int64(try row.whole(5)))
            let isUndone = try row.whole(6) == 1
            let isClawback = account.head == .clawbackDebtors
            if let last = payments.last, last.moment == moment, last.award == award {
                amount += last.amount
                payments.removeLast()
            }
            guard amount != .zero else { continue }
            let back = isClawback ? PublishedGrant.Payment.Nature.clawback : .sentBack
            payments.append(
                .init(
                    moment: moment, award: award, nature: amount > .zero ? .payment : back,
                    amount: amount, isUndone: isUndone))
        }
        return payments
    }
}
