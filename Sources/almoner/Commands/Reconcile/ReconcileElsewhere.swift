import ArgumentParser
import GrantLedger

/// `almoner reconcile elsewhere`.
struct ReconcileElsewhere: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "elsewhere", abstract: "Say that a line of the bank is none of this book's.")

    @Argument(help: "The line, by the entry that noted it.")
    var line: Int

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [MatchBankLine(line: line, entries: [], elsewhere: reason)]
    }
}
