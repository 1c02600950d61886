import GrantLedger

/// A journal as hledger reads it: it puts the entries in order of date, then of the file, so that
/// what is proved of a day stands below all entries.
struct HledgerLayout: PlainTextLayout {
    func heading(_ lines: [String]) -> String {
        comments(lines) + "\ndecimal-mark .\ncommodity 1000.00 GBP\n\n"
    }

    func declaration(of account: Account, name: String) -> String { "" }

    func text(of transaction: PlainTextTransaction) -> String {
        var text = firstLine(of: transaction, PlainTextWords.encoded(transaction.words))
        for fact in transaction.facts {
            text += "    ; \(fact.name): \(PlainTextWords.encoded(fact.value))\n"
        }
        return text + postings(of: transaction) + "\n"
    }

    func proof(
        _ balances: [PlainTextTransaction.Posting], words: String, on day: Day
    ) -> String {
        text(of: proved(balances, words: words, on: day))
    }

    func ending(_ accounts: [PlainTextTotals.Line], from first: Day) -> String {
        var text = ""
        for root in PlainTextRoot.allCases {
            text += "account \(root.rawValue)  ; type: \(root.hledgerType)\n"
        }
        for line in accounts {
            let type = line.account.head == .bank ? "type: C, " : ""
            let name = PlainTextWords.encoded(line.account.description)
            text += "account \(line.name)  ; \(type)account: \(name)\n"
        }
        return text
    }
}
