import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner verify`.
struct Verify: Command {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Prove the book: its records by their chain, its figures by its records.")

    @Flag(help: "Every leaf and link, and all balances and registers built again.")
    var full = false

    @Flag(help: "All that, and the acts of today's version of the rules judged again.")
    var rules = false

    @Option(
        help: "Prove besides that the book begins with what this signed note was made of.",
        completion: .file())
    var against: String?

    @Option(
        help: "The same, and show by year what was recorded since that note.",
        completion: .file())
    var since: String?

    @OptionGroup
    var verifiers: VerifierOptions

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: FormOptions

    mutating func validate() throws {
        guard against == nil || since == nil else {
            throw ValidationError("--against and --since exclude each other.")
        }
    }

    func run(in place: Surroundings) throws {
        let paper = try (against ?? since).map(NotePaper.init(reading:))
        let lines = try paper?.judged(
            by: try verifiers.keys(try Keyring(user: nil, in: place)), least: verifiers.signatures)
        let book = try Book(reading: try self.place.file(in: place))
        let now = try place.now()
        let progress = Progress(total: book.entries, noun: "entries", in: place)
        let verdict = try book.verify(rules ? .rules : full ? .full : .quick) { last in
            progress.advance(to: last)
        }
        progress.end()
        let witness = try paper.map { try Witness($0, lines ?? [], of: book, in: place) }
        let answer: Page = try book.read { reader in
            let reading = try Reading(
                book: book, reader: reader, now: now, question: place.question)
            var answer = page(verdict, reading)
            try witness?.tell(&answer, reader, since: since != nil)
            return answer
        }
        try output.form.print(answer, in: place)
        if let fault = witness?.fault { throw fault }
        guard verdict.isSound else {
            let faults = verdict.count == 1 ? "1 fault" : "\(verdict.count) faults"
            throw Fault(
                "book-damaged", "verify found \(faults) in \(book.fileName).",
                remedy: "Keep the file as it is, and restore the newest backup.", status: .damaged)
        }
    }

    private func page(_ verdict: Book.Verdict, _ reading: Reading) -> Page {
        let depth =
            rules
            ? "every record, figure and rule"
            : full ? "every record and figure" : "the quick checks"
        let isQuick = !full && !rules
        let sheet = Sheet(
            key: "findings", title: "Findings",
            columns: [
                Column("entry", "Entry", .number), Column("field", "Field"),
                Column("message", "What is wrong", wraps: true),
            ],
            rows: verdict.findings.map { [Cell($0.entry), .text($0.field), .text($0.message)] })
        return reading.page(
            "verify/1", "Verification: \(depth)",
            facts: [
                Fact("sound", "Sound", .text(verdict.isSound ? "yes" : "no")),
                Fact("standing", "Counterfoils", .text(verdict.standing.message)),
                Fact("entries", "Entries looked at", isQuick ? .absent : .number(verdict.entries)),
                Fact(
                    "transfers", "Transfers looked at",
                    isQuick ? .absent : .number(verdict.transfers)),
                Fact("judged", "Acts judged again", rules ? .number(verdict.judged) : .absent),
                Fact("faults", "Faults", .number(verdict.count)),
            ], sheets: [sheet])
    }
}
