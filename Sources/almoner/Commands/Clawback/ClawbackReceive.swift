import ArgumentParser
import GrantLedger

/// `almoner clawback receive`.
struct ClawbackReceive: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "receive", abstract: "Take in money that was clawed back.")

    @OptionGroup
    var line: ClawbackOptions

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [
            ReceiveClawback(
                award: line.award, fund: line.fund, year: line.year, amount: line.amount,
                reason: reason)
        ]
    }
}
