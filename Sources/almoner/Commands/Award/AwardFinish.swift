import ArgumentParser
import GrantLedger

/// `almoner award finish`.
struct AwardFinish: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "finish",
        abstract: "End an award: claw back what is held, withdraw what is unpaid, lapse the rest.")

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var award: Code

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [
            FinishAward(award: award, reason: reason)
        ]
    }
}
