import GrantLedger

/// A journal as hledger reads it: it puts the entries in order of date, then of the file, so that
/// what is proved of a day stands below all entries.
struct HledgerLayout: PlainTextLayout {
    func heading(_ lines: [String]) -> String {
        comments(lines) + "\ndecimal-mark .\ncommodity 1000.00 GBP\n\n"
    }

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

    func declarations(from first: Day) -> String {
        PlainTextRoot.allCases.map { "account \($0.rawValue)  ; type: \($0.hledgerType)\n" }
            .joined()
    }

    func declaration(of account: Account, from first: Day) -> String {
        let type = account == Account(.bank) ? "type: C, " : ""
        let canonical = PlainTextWords.encoded(account.description)
        return "account \(account.plainTextName)  ; \(type)account: \(canonical)\n"
    }
}
