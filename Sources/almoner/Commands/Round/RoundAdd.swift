import ArgumentParser
import GrantLedger

/// `almoner round add`.
struct RoundAdd: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Set more of the fund aside for a round.")

    @Argument(help: "The round.", completion: .codes(.round), transform: Code.typed)
    var round: Code

    @Option(help: "The year of the cost.", transform: FinancialYear.typed)
    var year: FinancialYear

    @Option(parsing: .unconditional, help: "How much.", transform: Money.typed)
    var amount: Money

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [AddToRound(round: round, year: year, amount: amount, reason: reason)]
    }
}
