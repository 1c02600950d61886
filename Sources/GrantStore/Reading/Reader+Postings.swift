import GRDB
public import GrantLedger

extension Reader {
    /// What the finance system calls the heads, as it stood when an entry was the newest.
    public func ledgerCodes(knownAt: Int? = nil) throws -> LedgerCodes {
        LedgerCodes(
            try rows(LedgerCode.self, knownAt: knownAt),
            grants: try rows(Grant.self, knownAt: knownAt))
    }

    /// The entries that touch the accounts, are dated by a day and went to the finance system in no
    /// journal, as spans; an entry inside a span that touches no account is not in it.
    public func unposted(through: Day?) throws -> [PostedMonth.Span] {
        let posted = try rows(PostedMonth.self).flatMap(\.spans).sorted { $0.from < $1.from }
        var spans: [PostedMonth.Span] = []
        var at = 0
        var isOpen = false
        for (number, date) in try touching(1...max(newest, 1)) {
            while at < posted.count, posted[at].to < number { at += 1 }
            let went = at < posted.count && posted[at].from <= number
            guard !went, through.map({ date <= $0 }) ?? true else {
                isOpen = false
                continue
            }
            if isOpen {
                spans[spans.count - 1].to = number
            } else {
                spans.append(PostedMonth.Span(from: number, to: number))
                isOpen = true
            }
        }
        return spans
    }

    /// The entries of some spans that touch the accounts, in their order.
    public func accountEntries(in spans: [PostedMonth.Span]) throws -> [Entry] {
        try spans.flatMap { span in
            try touching(span.from...span.to).compactMap { number, _ in try entry(number) }
        }
    }

    /// How what went to the finance system stands against the trial balance.
    public func postingStatus() throws -> PostingStatus {
        let journals = try rows(PostedMonth.self).sorted { $0.number < $1.number }.map { posted in
            PostingStatus.Journal(
                posted: posted, codes: try ledgerCodes(knownAt: posted.number),
                moved: try moved(in: posted.spans))
        }
        let accounts = Set(Head.allCases.filter { $0.traits.set == .actual })
        let balances = try self.balances(accounts).map { ($0.account, $0.balance) }
        return PostingStatus(
            journals: journals, unposted: try moved(in: try unposted(through: nil)),
            balances: Dictionary(balances) { $1 }, codes: try ledgerCodes())
    }

    /// The entries among some numbers that move anything in the actual set, with their dates.
    private func touching(_ numbers: ClosedRange<Int>) throws -> [(Int, Day)] {
        try rows(
            """
            SELECT number, date FROM journal NOT INDEXED WHERE number BETWEEN ?1 AND ?2 AND EXISTS (
                SELECT 1 FROM transfer JOIN account ON account.id = transfer.debit
                WHERE transfer.entry = number AND account.accountSet = 'actual')
            ORDER BY number
            """, [numbers.lowerBound, numbers.upperBound]
        ).map { row in
            guard let date = Day(try row.text(1)) else {
                throw BookFault.damaged(what: "an entry has no date")
            }
            return (try row.whole(0), date)
        }
    }

    /// What the entries of some spans moved in the actual set, account by account.
    private func moved(in spans: [PostedMonth.Span]) throws -> [Account: Balance] {
        var sums: [Account: Balance] = [:]
        for span in spans {
            let moves = try rows(
                """
                SELECT account.name, sum(move.debits), sum(move.credits) FROM (
                    SELECT debit AS account, amountPence AS debits, 0 AS credits FROM transfer
                    WHERE entry BETWEEN ?1 AND ?2
                    UNION ALL
                    SELECT credit, 0, amountPence FROM transfer
                    WHERE entry BETWEEN ?1 AND ?2) AS move
                JOIN account ON account.id = move.account
                WHERE account.accountSet = 'actual' GROUP BY account.id
                """, [span.from, span.to])
            for row in moves {
                let account = try Self.account(row.text(0))
                sums[account] = try (sums[account] ?? Balance()).adding(Self.balance(row, 1))
            }
        }
        return sums
    }
}
