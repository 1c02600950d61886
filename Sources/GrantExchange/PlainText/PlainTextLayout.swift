import GrantLedger

/// How one program's journal is laid out.
protocol PlainTextLayout {
    /// What stands above all: the lines as comments, then the commodity.
    mutating func heading(_ lines: [String]) -> String

    /// What stands above what is said of each account.
    func declarations(from first: Day) -> String

    /// What is said of an account before any entry.
    func declaration(of account: Account, from first: Day) -> String

    /// A transaction, entry or not.
    mutating func text(of transaction: PlainTextTransaction) -> String

    /// What accounts come to at the end of a day.
    mutating func proof(_ balances: [PlainTextTransaction.Posting], words: String, on day: Day)
        -> String

    /// What an entry that moves nothing is given, where a transaction must have a posting.
    var filler: PlainTextTransaction.Posting? { get }
}

extension PlainTextLayout {
    var filler: PlainTextTransaction.Posting? { nil }

    func declarations(from first: Day) -> String { "" }

    /// Lines of comment.
    func comments(_ lines: [String]) -> String {
        lines.map { $0.isEmpty ? ";\n" : "; \(PlainTextWords.line($0))\n" }.joined()
    }

    /// The first line of a transaction as hledger and ledger have it.
    func firstLine(of transaction: PlainTextTransaction, _ words: String) -> String {
        let code = transaction.number.map { "(\($0)) " } ?? ""
        return "\(transaction.day) * \(code)\(words)\n"
    }

    /// The postings as hledger and ledger have them, the amounts proved after them.
    func postings(of transaction: PlainTextTransaction) -> String {
        var text = ""
        for posting in transaction.postings {
            text += "    "
            text += posting.account
            text += "  "
            text += posting.amount.plain
            text += " GBP"
            if let proved = posting.proved {
                text += " = "
                text += proved.plain
                text += " GBP"
            }
            text += "\n"
        }
        return text
    }

    /// The accounts' balances as postings of nil.
    func proved(
        _ balances: [PlainTextTransaction.Posting], words: String, on day: Day
    ) -> PlainTextTransaction {
        var transaction = PlainTextTransaction(day: day, words: words)
        transaction.postings = balances.map {
            PlainTextTransaction.Posting(account: $0.account, amount: .zero, proved: $0.amount)
        }
        return transaction
    }
}
