import ArgumentParser
import GrantLedger

/// `almoner fund receive`.
struct FundReceive: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "receive",
        abstract: "Take in a partner's money for a fund of its own, such as match in cash.")

    @Argument(help: "The fund.", completion: .codes(.fund), transform: Code.typed)
    var fund: Code

    @Option(help: "The year it is for.", transform: FinancialYear.typed)
    var year: FinancialYear

    @Option(parsing: .unconditional, help: "How much.", transform: Money.typed)
    var amount: Money

    @Option(help: "Who pays it.", completion: .codes(.organisation), transform: Code.typed)
    var from: Code

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [ReceiveContribution(fund: fund, year: year, amount: amount, from: from)]
    }
}
