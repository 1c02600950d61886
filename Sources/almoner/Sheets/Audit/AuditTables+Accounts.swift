import GrantExchange
import GrantLedger
import GrantStore

extension AuditTables {
    /// Every account as it stood before the year, what moved through it, and as it then stood; and the
    /// trial balances those come to.
    func accounts(to taker: any TableTaker) throws {
        let codes = try read { try $0.reader.ledgerCodes() }
        var opening: [Head: Money] = [:]
        var closing: [Head: Money] = [:]
        try table(taker, Self.accounts) { add in
            try eachAccount { found in
                let head = found.account.head
                let before = found.before.normal(head)
                let after = before + found.within.normal(head)
                opening[head, default: .zero] += before
                closing[head, default: .zero] += after
                guard found.before.debits != found.before.credits || found.within != Balance()
                else { return }
                try add(Self.row(found, codes, before, after))
            }
        }
        try taker.take(Self.trialBalance("opening-trial-balance", "Opening", opening))
        try taker.take(Self.trialBalance("closing-trial-balance", "Closing", closing))
    }

    private func eachAccount(_ body: (Reader.RollingBalance) throws -> Void) throws {
        let progress = try progress(read { try $0.reader.sizes().accounts }, "accounts")
        defer { progress?.end() }
        var done = 0
        var after = ""
        while true {
            let slice = try read {
                try $0.reader.rollingBalances(
                    after: after, from: span.from, through: span.through, limit: 2_000)
            }
            guard let last = slice.last else { return }
            for found in slice { try body(found) }
            after = last.account.description
            done += slice.count
            progress?.advance(to: done)
        }
    }

    private static let accounts = Sheet(
        key: "accounts", title: "Accounts",
        columns: [
            Column("account", "Account", isFlexible: true), Column("set", "Set"),
            Column("head", "Head"), Column("ledgerCode", "Ledger code"),
            Column("accountingYear", "Accounting year"), Column("award", "Award"),
            Column("bid", "Bid"), Column("category", "Category"), Column("claim", "Claim"),
            Column("fund", "Fund"), Column("grant", "Grant"),
            Column("instalment", "Instalment", .number), Column("mark", "Mark"),
            Column("organisation", "Organisation"), Column("period", "Period"),
            Column("prepared", "Prepared by entry", .number), Column("round", "Round"),
            Column("year", "Year of cost"), Column("opening", "Opening", .money),
            Column("debits", "Debits", .money), Column("credits", "Credits", .money),
            Column("closing", "Closing", .money),
        ], empty: "Nothing has moved.")

    private static func row(
        _ found: Reader.RollingBalance, _ codes: LedgerCodes, _ before: Money, _ after: Money
    ) -> [Cell] {
        let account = found.account
        return [
            .text(account.description), .text(account.head.traits.set.rawValue),
            .text(account.head.rawValue), Cell(codes.code(of: account)),
            Cell(account.accountingYear), Cell(account.award), Cell(account.bid),
            Cell(account.category), Cell(account.claim), Cell(account.fund), Cell(account.grant),
            Cell(account.instalment), Cell(account.mark?.rawValue), Cell(account.organisation),
            Cell(account.period), Cell(account.prepared), Cell(account.round),
            Cell(account.year), .money(before), .money(found.within.debits),
            .money(found.within.credits), .money(after),
        ]
    }

    private static func trialBalance(
        _ key: String, _ title: String, _ balances: [Head: Money]
    ) -> Sheet {
        let rows = AccountSet.allCases.flatMap { set in
            Head.allCases.filter { $0.traits.set == set }.compactMap { head -> [Cell]? in
                guard let balance = balances[head], balance != .zero else { return nil }
                let isDebit = head.traits.debitNormal == (balance > .zero)
                let amount = balance > .zero ? balance : -balance
                return [
                    .text(set.rawValue), .text(head.rawValue), .money(isDebit ? amount : .zero),
                    .money(isDebit ? .zero : amount),
                ]
            }
        }
        return Sheet(
            key: key, title: "\(title) trial balance",
            columns: [
                Column("set", "Set"), Column("head", "Head"), Column("debit", "Debit", .money),
                Column("credit", "Credit", .money),
            ], rows: rows, empty: "Nothing stood on any account.")
    }
}
