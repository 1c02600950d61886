import ArgumentParser
import GrantExchange
import GrantStore

/// `almoner stats`.
struct Stats: Command {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "How big the book is: entries, accounts, awards, bytes.")

    @Flag(help: "Count the transfers too, which reads them all.")
    var count = false

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: FormOptions

    func run(in place: Surroundings) throws {
        let book = try Book(reading: try self.place.file(in: place))
        let warnings = Warnings(book)
        try warnings.print(in: place)
        let now = try place.now()
        let bytes = try book.bytes()
        var answer: Page = try book.read { reader in
            let sizes = try reader.sizes()
            let reading = try Reading(
                book: book, reader: reader, now: now, question: place.question)
            return reading.page(
                "stats/1", "How big the book is",
                facts: [
                    Fact("entries", "Entries", .number(reader.newest)),
                    Fact(
                        "transfers", "Transfers",
                        count ? .number(try reader.countTransfers()) : .absent),
                    Fact("accounts", "Accounts", .number(sizes.accounts)),
                    Fact("awards", "Awards", .number(sizes.awards)),
                    Fact("bytes", "Size in bytes", .number(bytes)),
                    Fact("bytesPerEntry", "Bytes an entry", .number(bytes / max(reader.newest, 1))),
                    Fact("lastCommit", "Entries of the last commit", .number(sizes.lastCommit)),
                ])
        }
        answer.warnings = warnings.lines
        try output.form.print(answer, in: place)
    }
}
