import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner report trial-balance`.
struct ReportTrialBalance: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "trial-balance",
        abstract:
            "Every head's balance, debit or credit, each set of accounts in balance by itself.")

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        var sheets: [Sheet] = []
        var balances: [Head: Money] = [:]
        for pool in try reading.reader.pools(Set(Head.allCases)) {
            balances[pool.head, default: .zero] += pool.amount
        }
        for set in AccountSet.allCases { sheets.append(sheet(set, balances)) }
        return reading.page("report.trial-balance/1", "Trial balance. Pounds.", sheets: sheets)
    }

    private func sheet(_ set: AccountSet, _ balances: [Head: Money]) -> Sheet {
        var rows: [[Cell]] = []
        var debits = Money.zero
        var credits = Money.zero
        for head in Head.allCases where head.traits.set == set {
            guard let balance = balances[head], balance != .zero else { continue }
            let isDebit = head.traits.debitNormal == (balance > .zero)
            let amount = balance < .zero ? -balance : balance
            if isDebit { debits += amount } else { credits += amount }
            rows.append([
                .text(head.rawValue), .text(AccountWords.words(head.rawValue)),
                .money(isDebit ? amount : .zero), .money(isDebit ? .zero : amount),
            ])
        }
        return Sheet(
            key: set.rawValue, title: AccountWords.words(set.rawValue).capitalised,
            columns: [
                Column("head", "Head", visibility: .dataOnly), Column("name", "Head"),
                Column("debit", "Debit", .money), Column("credit", "Credit", .money),
            ],
            rows: rows, totals: [.absent, .text("Total"), .money(debits), .money(credits)],
            empty: "Nothing has moved.")
    }
}

extension String {
    fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
