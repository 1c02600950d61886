import ArgumentParser
import GrantLedger

/// `almoner fund reduce`.
struct FundReduce: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "reduce", abstract: "Take money out of a fund that no grant feeds.")

    @Argument(help: "The fund.", completion: .codes(.fund), transform: Code.typed)
    var fund: Code

    @Option(help: "The year of the cost.", transform: FinancialYear.typed)
    var year: FinancialYear

    @Option(parsing: .unconditional, help: "How much.", transform: Money.typed)
    var amount: Money

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [ReduceFunding(fund: fund, year: year, amount: amount, reason: reason)]
    }
}
