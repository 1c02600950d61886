import ArgumentParser
import GrantExchange
import GrantSeal
import GrantStore

/// `almoner checkpoint verify`.
struct CheckpointVerify: Command {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Compare the book with a note that was signed of it once.")

    @Argument(help: "The note.", completion: .file())
    var note: String

    @OptionGroup
    var verifiers: VerifierOptions

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func run(in place: Surroundings) throws {
        let paper = try NotePaper(reading: note)
        let ring = try Keyring(user: nil, in: place)
        let lines = try paper.judged(
            by: try verifiers.keys(ring), least: verifiers.signatures)
        let book = try Book(reading: try self.place.file(in: place))
        let warnings = Warnings(book)
        try warnings.print(in: place)
        let growth = try paper.growth(of: book, in: place)
        let now = try place.now()
        var answer: Page = try book.read { reader in
            let reading = try Reading(
                book: book, reader: reader, now: now, question: place.question)
            let chain = try reader.chainHash(at: paper.checkpoint.size)
            return page(paper, lines, growth, chain: chain, reading)
        }
        answer.warnings = warnings.lines
        try output.form.print(answer, in: place)
    }

    private func page(
        _ paper: NotePaper, _ lines: [NotePaper.Line], _ growth: Book.Growth, chain: String?,
        _ reading: Reading
    ) -> Page {
        reading.page(
            "checkpoint/1", "A checkpoint compared with the book",
            sentences: [paper.sentence(growth)],
            facts: [
                Fact("origin", "Of", .text(paper.checkpoint.origin)),
                Fact("entries", "Entries signed over", .number(paper.checkpoint.size)),
                Fact("root", "Their root", .text(Base64.text(paper.checkpoint.root))),
                Fact("chain", "Chain hash of the last of them", chain.map(Cell.text) ?? .absent),
                Fact("newest", "Entries now", .number(growth.now.size)),
                Fact("grown", "Come since", .number(growth.count)),
                Fact("rootNow", "Root now", .text(Base64.text(growth.now.root))),
            ], sheets: [NotePaper.sheet(lines)])
    }
}

extension NotePaper {
    /// What came of the comparison, in words.
    func sentence(_ growth: Book.Growth) -> String {
        let size = checkpoint.size
        let first = size == 1 ? "The first entry is" : "The first \(size) entries are"
        let grown =
            growth.count == 0
            ? "nothing has come since."
            : "the book has grown by \(growth.count == 1 ? "1 entry" : "\(growth.count) entries")."
        return "\(first) as they were signed; \(grown)"
    }

    /// Who signed, a line each.
    static func sheet(_ lines: [Line]) -> Sheet {
        Sheet(
            key: "signatures", title: "Signatures",
            columns: [
                Column("who", "Signed by"), Column("key", "Key"), Column("outcome", "Verified"),
            ],
            rows: lines.map { line in
                [
                    .text(line.who), .text(Hex.text(line.signature.id)),
                    .text(line.key == nil ? "key not known" : "yes"),
                ]
            })
    }
}
