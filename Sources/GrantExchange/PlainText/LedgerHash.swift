import GrantLedger
import GrantSeal

/// The chain of hashes that ledger itself makes of a journal and checks with `--hashes=sha512`.
///
/// Each is the SHA-512 of the hash before, the date, the code, the payee and the postings in order of
/// their text. It covers neither tags nor comments: the book's own chain hash does.
struct LedgerHash {
    private(set) var text = ""

    /// Creates the chain before its first transaction.
    init() {}

    /// The hash of the next transaction.
    mutating func next(_ transaction: PlainTextTransaction, payee: String) -> String {
        var all = text
        all += Self.date(transaction.day)
        all += Self.absent
        all += transaction.number.map { " \($0)" } ?? Self.absent
        all += payee
        for posting in transaction.postings.map(Self.words).sorted() { all += posting }
        text = Digest.sha512(of: all.utf8)
        return text
    }

    /// What ledger puts for a date or a code that is not there.
    private static let absent = "--"

    private static func words(_ posting: PlainTextTransaction.Posting) -> String {
        posting.account + posting.amount.plain + " GBP" + absent + absent
    }

    private static func date(_ day: Day) -> String {
        let iso = day.description
        return "\(iso.prefix(4))-\(months[day.month - 1])-\(iso.suffix(2))"
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
