import ArgumentParser
import GrantLedger

/// `almoner instalment hold`.
struct InstalmentHold: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "Stop a payment with a reason.")

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var award: Code

    @Argument(help: "Which instalment.")
    var number: Int

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [HoldInstalment(award: award, number: number, reason: reason)]
    }
}
