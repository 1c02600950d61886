import ArgumentParser
import GrantLedger

/// `almoner round return`.
struct RoundReturn: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "return", abstract: "Take money of a round back into its fund.")

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
        [TakeFromRound(round: round, year: year, amount: amount, reason: reason)]
    }
}
