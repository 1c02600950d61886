import ArgumentParser
import GrantLedger

/// `almoner entry reverse`.
struct EntryReverse: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "reverse",
        abstract: "Undo entries, newest first, all or none; each takes the date of what it undoes.")

    @Argument(help: "The entries.")
    var entries: [Int] = []

    @Option(help: "All entries of one commit, by the number of its first.")
    var batch: Int?

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func validate() throws {
        guard entries.isEmpty != (batch == nil) else {
            throw ValidationError("Give the numbers of entries, or --batch with one.")
        }
    }

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        var numbers = Set(entries)
        if let batch {
            var next = batch
            while let entry = try facts.entry(next), entry.batch == batch {
                numbers.insert(next)
                next += 1
            }
            if numbers.isEmpty { numbers = [batch] }
        }
        return numbers.sorted(by: >).map { ReverseEntry(entry: $0, reason: reason) }
    }

    func day(of act: any Act, _ facts: Facts) throws -> Day? {
        guard let act = act as? ReverseEntry else { return nil }
        return try facts.entry(act.entry)?.date
    }
}
