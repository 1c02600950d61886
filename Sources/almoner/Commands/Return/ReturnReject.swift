import ArgumentParser
import GrantLedger

/// `almoner return reject`.
struct ReturnReject: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "Reject a return whole.")

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var award: Code

    @Option(
        help: "What the return covers: 2019/20-Q1, 2019/20-H1 or 2019/20.", transform: Period.typed)
    var period: Period

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [RejectReturn(award: award, period: period, reason: reason)]
    }
}
