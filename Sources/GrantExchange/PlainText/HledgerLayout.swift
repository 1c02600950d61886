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

    func ending(from first: Day) -> String {
        PlainTextRoot.allCases.map { "account \($0.rawValue)  ; type: \($0.hledgerType)\n" }
            .joined()
    }

    func ending(of name: String, from first: Day) -> String {
        let type = name == Account(.bank).plainTextName ? "type: C, " : ""
        return "account \(name)  ; \(type)account: \(PlainTextWords.encoded(canonical(name)))\n"
    }
}
