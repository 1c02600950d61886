import ArgumentParser
import GrantLedger

/// `almoner return estimate`.
struct ReturnEstimate: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "estimate",
        abstract: "Estimate what a return will report, to be accrued at the year end.")

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var award: Code

    @Option(
        help: "What the return will cover: 2019/20-Q4, 2019/20-H2 or 2019/20.",
        transform: Period.typed)
    var period: Period

    @Option(
        parsing: .upToNextOption, help: "Spend expected by category: STAFF=8750.",
        transform: SpendEntry.typed)
    var spend: [SpendEntry]

    @Option(help: "On what grounds.", transform: Note.typed)
    var basis: Note

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [EstimateReturn(award: award, period: period, spend: spend.map(\.amount), basis: basis)]
    }
}
