import ArgumentParser
import GrantExchange
import GrantStore

/// `almoner backup`.
struct Backup: Command {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write the book and its counterfoils to another file, verified in full.",
        discussion: """
            Others wait only while it is copied. The file has its name once the copy was read back and \
            verified; one that is there is never written over. FILE.counterfoils beside it is its \
            witness: keep the two together. almoner restore FILE BOOK puts them back.
            """)

    @Argument(help: "The backup's file, such as kent-2020-03-31.almoner.", completion: .file())
    var file: String

    @OptionGroup
    var place: BookOptions

    @Option(help: "How many seconds to wait for another writer.")
    var wait = 60

    @OptionGroup
    var output: FormOptions

    mutating func validate() throws {
        if wait < 0 { throw ValidationError("--wait is a number of seconds from 0.") }
    }

    func run(in place: Surroundings) throws {
        guard place.batch == nil else { throw ValidationError("backup stands alone.") }
        let source = try self.place.file(in: place)
        let progress = Progress(
            total: try Book(reading: source).entries, noun: "entries verified", in: place)
        defer { progress.end() }
        let copy = try Writer.backUp(source, to: file, wait: wait) {
            try? place.err.write("Another process is writing; waiting for its end.\n")
        } verified: {
            progress.advance(to: $0)
        }
        progress.end()
        let now = try place.now()
        try place.note(.backup, at: file, entries: copy.held.entries, of: source, at: now)
        let book = try Book(reading: file)
        let answer: Page = try book.read { reader in
            let reading = try Reading(
                book: book, reader: reader, now: now, question: place.question)
            return reading.page(
                "backup/1", "Backup of the book, read back and verified in full",
                facts: [Fact("file", "Backup", .text(file))] + copy.facts)
        }
        try output.form.print(answer, in: place)
    }
}

extension Writer.Copy {
    /// What it holds, for a page.
    var facts: [Fact] {
        held.facts + [
            Fact("sound", "Sound", .text("yes")),
            Fact(
                "counterfoils", "Counterfoils",
                .text(
                    standing == .noCounterfoils
                        ? "\(standing.message) \(standing.remedy)" : standing.message)),
            Fact("bytes", "Size in bytes", .number(bytes)),
        ]
    }
}

extension Book.Held {
    /// The same of what a book holds.
    fileprivate var facts: [Fact] {
        [
            Fact("entries", "Entries", .number(entries)),
            Fact("chain", "Chain hash of the last", .text(chain)),
            Fact("debits", "Trial balance, debits", .money(debits)),
            Fact("credits", "Trial balance, credits", .money(credits)),
        ]
    }
}
