import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner export handover`.
struct ExportHandover: Command {
    static let configuration = CommandConfiguration(
        commandName: "handover",
        abstract: "Hand over open awards whole: terms, balances, returns, papers, history.")

    @Option(help: "The folder to write; nothing of that name may be there.", completion: .directory)
    var output: String

    @OptionGroup
    var place: BookOptions

    func run(in surroundings: Surroundings) throws {
        let opened = try Book(reading: try place.file(in: surroundings))
        try Warnings(opened).print(in: surroundings)
        let book = try opened.asKnown(at: opened.entries)
        let now = try surroundings.now()
        let envelope = try book.read { reader in
            let reading = try Reading(
                book: book, reader: reader, now: now, question: surroundings.question)
            var envelope = reading.envelope
            envelope.asAt = reading.today
            return envelope
        }
        do {
            let writer = try HandoverWriter(at: output, envelope)
            try write(book, writer)
            let awards = writer.count == 1 ? "1 open award" : "\(writer.count) open awards"
            try surroundings.err.write("\(output) is written: \(awards).\n")
        } catch let fault as HandoverWriter.Fault {
            throw self.fault(fault)
        }
    }

    /// Award by award, each read by itself, as the book stood at its newest entry.
    private func write(_ book: Book, _ writer: HandoverWriter) throws {
        do {
            for award in try book.read({ try $0.openAwards() }) {
                try writer.add(try book.read { try $0.handedAward(award) })
            }
        } catch {
            writer.discard()
            throw error
        }
        try writer.finish()
    }

    private func fault(_ fault: HandoverWriter.Fault) -> Fault {
        switch fault {
        case .taken:
            Fault(
                "output-exists", "\(output) is there already.",
                remedy: "Name a folder that is not there; nothing is ever written over.",
                status: .cannotCreate)
        case .unwritable:
            Fault(
                "cannot-create", "\(output) could not be written.",
                remedy: "See whether the folder it is to be in is there, and may be written.",
                status: .cannotCreate)
        }
    }
}
