import ArgumentParser
import GrantLedger

/// `almoner clawback raise`.
struct ClawbackRaise: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "raise", abstract: "Ask back what a recipient holds and will not spend.")

    @OptionGroup
    var line: ClawbackOptions

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [
            RaiseClawback(
                award: line.award, fund: line.fund, year: line.year, amount: line.amount,
                reason: reason)
        ]
    }
}
