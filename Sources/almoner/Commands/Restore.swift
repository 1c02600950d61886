import ArgumentParser
import GrantExchange
import GrantStore

/// `almoner restore`.
struct Restore: Command {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup back as a book where none is, and prove that it is the same.",
        discussion: """
            The backup is verified in full and stays as it is; the book is written aside, verified in \
            full and only then named. Done into an empty folder it is the restore drill: the page \
            printed shows entries, chain hash and trial balance of both.
            """)

    @Argument(help: "The backup.", completion: .file())
    var file: String

    @Argument(help: "The book's file; nothing may be there.", completion: .file())
    var book: String

    @OptionGroup
    var output: FormOptions

    func run(in place: Surroundings) throws {
        guard place.batch == nil else { throw ValidationError("restore stands alone.") }
        let progress = Progress(
            total: try Book(reading: file).entries, noun: "entries verified", in: place)
        defer { progress.end() }
        let (backup, copy) = try Writer.restore(file, to: book) { progress.advance(to: $0) }
        progress.end()
        let now = try place.now()
        let book = try Book(reading: self.book)
        let answer: Page = try book.read { reader in
            let reading = try Reading(
                book: book, reader: reader, now: now, question: place.question)
            return reading.page(
                "restore/1", "Restored: the book holds what its backup holds",
                sentences: copy.standing == .noCounterfoils
                    ? [
                        "The backup has no counterfoils beside it. The book can be read; before it is "
                            + "written it is adopted: almoner book adopt --reason TEXT."
                    ] : [],
                facts: [Fact("file", "Backup", .text(file))] + copy.facts,
                sheets: [Self.sheet(backup, copy.held)])
        }
        try output.form.print(answer, in: place)
    }

    /// The figures of both, one beside the other.
    private static func sheet(_ backup: Book.Held, _ book: Book.Held) -> Sheet {
        let rows: [(String, Cell, Cell)] = [
            ("Entries", .number(backup.entries), .number(book.entries)),
            ("Trial balance, debits", .money(backup.debits), .money(book.debits)),
            ("Trial balance, credits", .money(backup.credits), .money(book.credits)),
        ]
        return Sheet(
            key: "compared", title: "Compared",
            columns: [
                Column("figure", "Figure"), Column("backup", "Backup"), Column("book", "Book"),
            ], rows: rows.map { [.text($0.0), .text($0.1.shown), .text($0.2.shown)] })
    }
}
