import GrantLedger
import GrantStore

/// What a batch has settled for its lines.
struct BatchSettings: Sendable {
    /// The batch's own options, which hold for a line that does not give its own.
    let write: WriteOptions
    /// The book the lines are about.
    let book: String
    /// The book, opened once for all lines.
    let writer: Writer
    /// The number of the line.
    var line: Int

    /// The line's key against doing it twice: the batch's, a slash, the line's number.
    var key: Note? {
        get throws {
            guard let once = write.once else { return nil }
            return try Note.typed("\(once)/\(line)")
        }
    }
}
