/// Why a book cannot be used; the ledger's own no is a `Refusal`.
public enum BookFault: Error, Hashable, Sendable {
    /// There is no file of that name.
    case missing(path: String)
    /// The file is not a book.
    case notABook(path: String)
    /// A book, or the counterfoils of one, is there already.
    case exists(path: String)
    /// The counterfoils of a lost book are where a book is to be put back.
    case witnessLeft(path: String)
    /// A new book could not be begun.
    case cannotCreate(path: String, why: String)
    /// The disk is full or failed.
    case disk(path: String, why: String)
    /// The entry is recorded, its line in the counterfoils file is not.
    case counterfoilNotWritten(entry: Int, why: String)
    /// Another process writes, and went on writing for as long as was waited.
    case busy(seconds: Int)
    /// The system does not allow it.
    case permission(path: String)
    /// A later version of this program made the book's schema.
    case newer(path: String, schema: Int, known: Int)
    /// An earlier version of this program made the book's schema.
    case older(path: String, schema: Int, known: Int)
    /// The file system is a network's, on which locks cannot be relied on.
    case networkDisk(path: String, kind: String)
    /// SQLite does not take a setting on which a promise rests.
    case setting(name: String, found: String, wanted: String)
    /// What is stored is not what was written.
    case damaged(what: String)
    /// The book and its counterfoils do not go together.
    case parted(Book.Standing)
    /// The book goes together with its counterfoils: there is nothing to adopt.
    case nothingToAdopt
    /// The book goes together with its counterfoils: there is nothing to recover.
    case nothingToRecover
    /// A text that goes into every record is empty, too long, or holds control characters.
    case notPlainText(field: String)
    /// What was asked is longer than a record may hold.
    case actTooLarge(bytes: Int)
    /// A rule kept by the database stopped what the program let through: a mistake of the program.
    case ledgerGuard(name: String)
    /// SQLite says what it should never say.
    case unforeseen(String)
}
