import ArgumentParser
import GrantLedger

/// `almoner prepared decline`.
struct PreparedDecline: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "decline",
        abstract: "Decline what another prepared: what was set aside for it is given back.")

    @Argument(help: "The number of the entry that prepared it.")
    var entry: Int

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [DecidePrepared(prepared: entry, approves: false, reason: reason)]
    }
}
