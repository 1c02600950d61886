import ArgumentParser
import GrantLedger

/// `almoner instalment withdraw`.
struct InstalmentWithdraw: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Take a planned payment back; its money is unscheduled again.")

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var award: Code

    @Argument(help: "Which instalment.")
    var number: Int

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [WithdrawInstalment(award: award, number: number, reason: reason)]
    }
}
