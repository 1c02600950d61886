import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner recover`.
struct Recover: Command {
    static let configuration = CommandConfiguration(
        commandName: "recover",
        abstract: "Go on with a book that has lost entries, by its counterfoils: after all else.",
        discussion: """
            Without --accept-loss it says what is gone, writes nothing and ends with 65. With it an entry \
            records how many entries are gone and what the old counterfoils end with; they are kept \
            renamed, and new ones begun. A book only moved away from its counterfoils has lost nothing: \
            almoner book adopt.
            """)

    @Flag(help: "Go on without what is gone, once no better copy can be found.")
    var acceptLoss = false

    @Option(help: "Why it goes on from here.", transform: Note.typed)
    var reason: Note?

    @OptionGroup
    var write: WriteOptions

    mutating func validate() throws {
        if acceptLoss, reason == nil {
            throw ValidationError("--accept-loss needs --reason TEXT: why the book goes on.")
        }
    }

    func run(in place: Surroundings) throws {
        guard place.batch == nil else { throw ValidationError("recover stands alone.") }
        guard !write.dryRun, write.once == nil else {
            throw ValidationError("recover takes neither --dry-run nor --once.")
        }
        try CounterfoilText.check(write.format)
        let file = try write.place.file(in: place)
        let book = try Book(reading: file)
        guard acceptLoss, let reason else {
            throw Fault(notAccepted: try Loss(of: file), file: book.fileName)
        }
        let now = try place.now()
        let occasion = try write.occasion(
            in: place, now: now, office: book.office, key: nil, day: nil)
        let progress = Progress(total: book.entries, noun: "entries verified", in: place)
        defer { progress.end() }
        let (foil, old) = try Writer.recover(
            file, reason: reason, on: occasion, wait: write.wait ?? 60,
            clock: place.recordingClock(now)
        ) {
            progress.advance(to: $0)
        }
        progress.end()
        try place.print(
            CounterfoilText(
                office: book.office?.name.description ?? "", book: book.fileName,
                entries: foil.entry,
                foils: [.init(foil, notes: ["The old counterfoils are kept: \(old)"])]),
            as: write.format)
    }
}

extension Fault {
    /// What recovering would do, said instead of doing it.
    fileprivate init(notAccepted loss: Loss, file: String) {
        let gone =
            switch loss.gone {
            case 0: "no entry is gone, but the counterfoils are not as they were written"
            case 1: "1 entry is gone"
            default: "\(loss.gone) entries are gone"
            }
        let end = loss.chain.map { ", chain \($0)" } ?? ""
        self.init(
            "loss-not-accepted",
            "\(loss.standing.message) Both agree up to entry \(loss.agreed): \(gone). The "
                + "counterfoils end with entry \(loss.last)\(end). To go on, \(file).counterfoils would be "
                + "kept renamed, new ones begun after entry \(loss.newest), and an entry would say all "
                + "this. Nothing is written.",
            remedy:
                "Look for the newest copy or backup first; where there is none, almoner recover "
                + "--accept-loss --reason TEXT.",
            details: [
                .init("standing", loss.standing.code), .init("newest", loss.newest),
                .init("agreed", loss.agreed), .init("gone", loss.gone), .init("last", loss.last),
            ] + (loss.chain.map { [.init("chain", $0)] } ?? []), status: .refused)
    }
}
