import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner report book`.
struct ReportBook: Command {
    static let configuration = CommandConfiguration(
        commandName: "book",
        abstract: "The book as linked pages: overview, funds, rounds, awards, calendar, match.",
        discussion: """
            A folder of HTML that stands alone: no script, nothing fetched, for a screen or for paper. \
            Begin with index.html. A folder that this command made before is replaced where nobody \
            has touched it; nothing else is ever written over. SHA256SUMS in it proves each page.
            """)

    @Option(help: "The folder to write.", completion: .directory)
    var output: String

    @OptionGroup
    var place: BookOptions

    func run(in surroundings: Surroundings) throws {
        let book = try Book(reading: try place.file(in: surroundings))
        let warnings = Warnings(book)
        try warnings.print(in: surroundings)
        let now = try surroundings.now()
        do {
            let writer = try SiteWriter(at: output)
            do {
                try book.read { reader in
                    let reading = try Reading(
                        book: book, reader: reader, now: now,
                        question: ["report", "book", "--output", output])
                    try Site(reading, warnings: warnings.lines).write(to: writer)
                }
            } catch {
                writer.discard()
                throw error
            }
            try writer.finish()
            let pages = writer.count == 1 ? "1 page" : "\(writer.count) pages"
            try surroundings.err.write("\(output) is written: \(pages), from index.html.\n")
        } catch let fault as SiteWriter.Fault {
            throw self.fault(fault)
        }
    }

    private func fault(_ fault: SiteWriter.Fault) -> Fault {
        switch fault {
        case .taken:
            Fault(
                "output-exists", "\(output) is there already, and no report of a book made it.",
                remedy: "Name a folder that is not there; what is not ours is never written over.",
                status: .cannotCreate)
        case .changed(let name):
            Fault(
                "output-exists", "\(output)/\(name) is not as it was written.",
                remedy: "Name another folder, or move this one away; what somebody added, changed "
                    + "or took out is never written over.",
                details: [.init("file", name)], status: .cannotCreate)
        case .unwritable:
            Fault(
                "cannot-create", "\(output) could not be written.",
                remedy: "See whether the folder it is to be in is there, and may be written.",
                status: .cannotCreate)
        }
    }
}
