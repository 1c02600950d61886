import ArgumentParser
import GrantLedger
import GrantStore

/// `almoner book adopt`.
struct BookAdopt: Command {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Go on with a book that was moved or copied away from its counterfoils.")

    @Option(help: "Why it goes on from here.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func run(in place: Surroundings) throws {
        guard place.batch == nil else { throw ValidationError("book adopt stands alone.") }
        guard !write.dryRun, write.once == nil else {
            throw ValidationError("book adopt takes neither --dry-run nor --once.")
        }
        try CounterfoilText.check(write.format)
        let file = try write.place.file(in: place)
        let now = try place.now()
        let book = try Book(reading: file)
        let occasion = try write.occasion(
            in: place, now: now, office: book.office, key: nil, day: nil)
        let foil = try Writer.adopt(
            file, reason: reason, on: occasion, clock: place.recordingClock(now))
        try place.print(
            CounterfoilText(
                office: book.office?.name.description ?? "", book: book.fileName,
                entries: foil.entry, foils: [.init(foil)]),
            as: write.format)
    }
}
