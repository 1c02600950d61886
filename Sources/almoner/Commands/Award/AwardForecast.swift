import ArgumentParser
import GrantLedger

/// `almoner award forecast`.
struct AwardForecast: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast",
        abstract: "Record what an award is now expected to cost in a year.")

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var award: Code

    @Option(help: "The year of the cost.", transform: FinancialYear.typed)
    var year: FinancialYear

    @Option(parsing: .unconditional, help: "The outturn expected.", transform: Money.typed)
    var amount: Money

    @Option(help: "On what grounds.", transform: Note.typed)
    var reason: Note?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [
            ForecastAward(award: award, year: year, amount: amount, reason: reason)
        ]
    }
}
