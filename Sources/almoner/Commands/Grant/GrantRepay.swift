import ArgumentParser
import GrantLedger

/// `almoner grant repay`.
struct GrantRepay: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "repay", abstract: "Pay back to the funder what was surrendered.")

    @Argument(help: "The grant.", completion: .codes(.grant), transform: Code.typed)
    var grant: Code

    @Option(help: "The year it was for.", transform: FinancialYear.typed)
    var year: FinancialYear

    @Option(parsing: .unconditional, help: "How much.", transform: Money.typed)
    var amount: Money

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [RepayGrant(grant: grant, year: year, amount: amount)]
    }
}
