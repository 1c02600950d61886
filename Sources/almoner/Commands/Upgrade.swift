import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner upgrade`.
struct Upgrade: Command {
    static let configuration = CommandConfiguration(
        commandName: "upgrade",
        abstract: "Bring a book of an earlier version to this one: back up, migrate, verify.")

    @Argument(help: "The book.", completion: .file(extensions: ["almoner"]))
    var book: String

    @Option(help: "How many seconds to wait for another writer.")
    var wait = 60

    mutating func validate() throws {
        if wait < 0 { throw ValidationError("--wait is a number of seconds from 0.") }
    }

    func run(in place: Surroundings) throws {
        let progress = Progress(
            total: try Book(reading: book).entries, noun: "entries verified", in: place)
        defer { progress.end() }
        let upgrade = try Writer.upgrade(book, wait: wait) {
            try? place.err.write("Another process is writing; waiting for its end.\n")
        } verified: {
            progress.advance(to: $0)
        }
        progress.end()
        guard let backup = upgrade.backup else {
            return try place.out.write("\(book) has schema \(upgrade.to) already.\n")
        }
        try place.out.write(
            """
            \(book) has schema \(upgrade.to); it had \(upgrade.from). All entries are as they were, \
            verified in full.
            Before: \(backup), verified in full. Keep it until you have looked at the book.

            """)
    }
}
