import GrantLedger

/// A journal as beancount reads it: it puts everything in order of date, and proves a balance at the
/// beginning of a day.
struct BeancountLayout: PlainTextLayout {
    func heading(_ lines: [String]) -> String {
        let title = PlainTextWords.quoted(lines.first ?? "")
        return comments(lines) + "\noption \"title\" \(title)\n"
            + "option \"operating_currency\" \"GBP\"\n\n"
    }

    func text(of transaction: PlainTextTransaction) -> String {
        var text = "\(transaction.day) * \(PlainTextWords.quoted(transaction.words))"
        for mark in transaction.marks { text += " #\(mark)" }
        for link in transaction.links { text += " ^entry-\(link)" }
        text += "\n"
        for fact in transaction.facts {
            text += "  \(fact.name): \(PlainTextWords.quoted(fact.value))\n"
        }
        for posting in transaction.postings {
            text += "  "
            text += posting.account
            text += "  "
            text += posting.amount.plain
            text += " GBP\n"
        }
        return text + "\n"
    }

    func proof(
        _ balances: [PlainTextTransaction.Posting], words: String, on day: Day
    ) -> String {
        guard let next = day.adding(days: 1) else { return "" }
        var text = comments([words])
        for balance in balances {
            text += "\(next) balance \(balance.account)  \(balance.amount.plain) ~ 0.00 GBP\n"
        }
        return text + "\n"
    }

    func declarations(from first: Day) -> String { "\(first) commodity GBP\n" }

    func declaration(of account: Account, from first: Day) -> String {
        let canonical = PlainTextWords.quoted(account.description)
        return "\(first) open \(account.plainTextName) GBP\n  account: \(canonical)\n"
    }
}
