import GrantLedger
import GrantStore

/// Up to where the book is known, as typed: a time or the number of an entry.
enum KnownEntry: Hashable, Sendable {
    case entry(Int)
    case time(String)

    /// Reads one text.
    static func typed(_ text: String) throws -> KnownEntry {
        if let number = Int(text), number > 0 { return .entry(number) }
        if let now = Now(given: text) { return .time(now.recordedAt) }
        throw NotAccepted("write an entry's number, or a time as 2020-04-20T17:00:00Z.")
    }
}

extension KnownEntry {
    /// The book as it was then.
    func book(_ book: Book) throws -> Book {
        switch self {
        case .entry(let number):
            guard number <= book.entries else {
                throw Refusal(
                    .unknownEntry,
                    "There is no entry \(number): the book ends with \(book.entries).",
                    remedy: "Name one from 1 to \(book.entries), or a time.",
                    [.init("entry", number), .init("newest", book.entries)])
            }
            return try book.asKnown(at: number)
        case .time(let time): return try book.asKnown(at: book.newestEntry(recordedBy: time))
        }
    }
}
