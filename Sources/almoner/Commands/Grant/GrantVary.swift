import ArgumentParser
import GrantLedger

/// `almoner grant vary`.
struct GrantVary: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "vary", abstract: "Vary a grant up or down: --amount 5000 or --amount -5000.")

    @Argument(help: "The grant.", completion: .codes(.grant), transform: Code.typed)
    var grant: Code

    @Option(help: "The year of the cost.", transform: FinancialYear.typed)
    var year: FinancialYear

    @Option(parsing: .unconditional, help: "How much.", transform: Money.typed)
    var amount: Money

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [VaryGrant(grant: grant, year: year, amount: amount, reason: reason)]
    }
}
