import ArgumentParser
import GrantLedger

/// `almoner grant surrender`.
struct GrantSurrender: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "surrender", abstract: "Give up what a grant will not be spent on.")

    @Argument(help: "The grant.", completion: .codes(.grant), transform: Code.typed)
    var grant: Code

    @Option(help: "The year.", transform: FinancialYear.typed)
    var year: FinancialYear

    @Option(parsing: .unconditional, help: "How much.", transform: Money.typed)
    var amount: Money

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [SurrenderGrant(grant: grant, year: year, amount: amount, reason: reason)]
    }
}
