import ArgumentParser
import GrantLedger

/// `almoner clawback write-off`.
struct ClawbackWriteOff: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "write-off", abstract: "Give up a clawback: it is a cost of the year.")

    @OptionGroup
    var line: ClawbackOptions

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [
            WriteOffClawback(
                award: line.award, fund: line.fund, year: line.year, amount: line.amount,
                reason: reason)
        ]
    }
}
