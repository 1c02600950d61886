import ArgumentParser
import GrantLedger

/// `almoner prepared approve`.
struct PreparedApprove: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Approve what another prepared: it is recorded as it was shown.")

    @Argument(help: "The numbers of the entries that prepared it.")
    var entries: [Int]

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        entries.map { DecidePrepared(prepared: $0, approves: true) }
    }
}
