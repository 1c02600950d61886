import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner verify`.
struct Verify: Command {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Prove the book: every figure from the records, every record by its chain hash.")

    @Flag(help: "Every leaf and link, and all balances and registers built again.")
    var full = false

    @Flag(help: "Judge again the acts of today's version of the rules.")
    var rules = false

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func run(in place: Surroundings) throws {
        let book = try Book(reading: try self.place.file(in: place))
        let findings = book.damage
        let now = try place.now()
        let answer: Page = try book.read { reader in
            page(findings, Reading(book: book, reader: reader, now: now, question: place.question))
        }
        try OutputForm(format: output.format, output: output.output).print(answer, in: place)
        guard findings.isEmpty, book.standing.code == "well" else {
            throw Fault(
                findings.isEmpty ? book.standing.code : "book-damaged",
                findings.isEmpty
                    ? book.standing.message : "verify found \(findings.count) faults in the book.",
                remedy: findings.isEmpty
                    ? book.standing.remedy : "Keep the file as it is, and restore the newest backup.",
                status: .damaged)
        }
    }

    private func page(_ findings: [Book.Finding], _ reading: Reading) -> Page {
        let sheet = Sheet(
            columns: [
                Column("entry", "Entry", .number), Column("field", "Field"),
                Column("message", "What is wrong", isFlexible: true),
            ],
            rows: findings.map { [Cell($0.entry), .text($0.field), .text($0.message)] },
            empty: "Nothing is wrong.")
        return reading.page("verify/1", "Verification", sheets: [sheet])
    }
}
