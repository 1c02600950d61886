import GrantLedger

/// A journal as ledger reads it, from top to bottom: what is used is declared above its first use,
/// and a balance is proved where it stands, so that the entries come year after year.
struct LedgerLayout: PlainTextLayout {
    private var chain = LedgerHash()
    private var tags: Set<String> = []

    /// An entry without a posting would be passed over in silence.
    var filler: PlainTextTransaction.Posting? {
        PlainTextTransaction.Posting(account: Self.entries, amount: .zero)
    }

    func heading(_ lines: [String]) -> String {
        comments(lines) + "\ncommodity GBP\n    format 1000.00 GBP\n"
            + "account \(Self.entries)\n    note Where an entry stands that moves nothing\n\n"
    }

    func declaration(of account: Account, from first: Day) -> String {
        "account \(account.plainTextName)\n    note \(account)\n"
    }

    mutating func text(of transaction: PlainTextTransaction) -> String {
        let words = PlainTextWords.encoded(transaction.words)
        var declared = ""
        var text = firstLine(of: transaction, words)
        func add(_ tag: String, _ value: String) {
            if tags.insert(tag).inserted { declared += "tag \(tag)\n" }
            text += "    ; \(tag): \(value)\n"
        }
        for fact in transaction.facts {
            let value = PlainTextWords.encoded(fact.value)
            for (place, piece) in PlainTextWords.pieces(value, of: Self.longest).enumerated() {
                add(Self.tag(fact.name) + (place == 0 ? "" : "-More-\(place)"), piece)
            }
        }
        add("Hash", chain.next(transaction, payee: words))
        return declared + text + postings(of: transaction) + "\n"
    }

    mutating func proof(
        _ balances: [PlainTextTransaction.Posting], words: String, on day: Day
    ) -> String {
        text(of: proved(balances, words: words, on: day))
    }

    private static let entries = "Equity:Entries"

    /// Bytes of a value; ledger refuses a line of more than 4,096.
    private static let longest = 3_500

    /// `approver-login` is `Approver-Login`.
    private static func tag(_ name: String) -> String {
        name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
            .joined(separator: "-")
    }
}
