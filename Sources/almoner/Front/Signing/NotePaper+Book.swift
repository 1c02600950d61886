import GrantSeal
import GrantStore

extension NotePaper {
    /// Compares the note with a book, an entry at a time.
    func compared(with book: Book, in place: Surroundings) throws -> Book.Agreement {
        let progress = Progress(total: book.entries, noun: "entries", in: place)
        defer { progress.end() }
        return try Fault.ofDamage(in: book) {
            try book.compared(with: checkpoint) { progress.advance(to: $0) }
        }
    }

    /// What is wrong with the book by this note, or with the note by this book; nil where nothing is.
    func fault(_ agreement: Book.Agreement, of book: Book) -> Fault? {
        switch agreement {
        case .grown: nil
        case .otherBook:
            Fault(
                "note-other-book",
                "\(path) is of \(checkpoint.origin), and \(book.fileName) is \(book.origin).",
                remedy: "Name the note of this book, or the book of this note with --book FILE.",
                status: .refused)
        case .entriesGone(let newest):
            Fault(
                "entries-gone",
                "\(book.fileName) ends with entry \(newest), and \(path) was signed over "
                    + "\(checkpoint.size): an older copy was put back.",
                remedy: "Put the newest copy of the book back; keep this one as it is.",
                status: .damaged)
        case .rewritten:
            Fault(
                "book-rewritten",
                "The first \(entries) of \(book.fileName) are not those that \(path) was signed "
                    + "over: the book was rewritten since.",
                remedy: "Keep the file as it is, and compare it with the copy of that day.",
                status: .damaged)
        }
    }

    /// `25 entries`.
    private var entries: String {
        checkpoint.size == 1 ? "entry" : "\(checkpoint.size) entries"
    }

    /// What has come since; refused where the book and the note do not go together.
    func growth(of book: Book, in place: Surroundings) throws -> Book.Growth {
        let agreement = try compared(with: book, in: place)
        if let fault = fault(agreement, of: book) { throw fault }
        guard case .grown(let growth) = agreement else {
            preconditionFailure("What is not a fault has grown.")
        }
        return growth
    }
}

extension Fault {
    /// Runs work that reads a book's records, and says that one is damaged as verifying says it.
    static func ofDamage<T>(in book: Book, _ work: () throws -> T) throws -> T {
        do { return try work() } catch let fault as BookFault {
            guard case .damaged = fault else { throw fault }
            throw Fault(
                fault.code, "\(book.fileName): \(fault.message)", remedy: fault.remedy,
                status: .damaged)
        }
    }
}
