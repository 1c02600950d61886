import ArgumentParser
import GrantLedger

/// `almoner award vary`.
struct AwardVary: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "vary", abstract: "Vary an award up or down: --amount 5000 or --amount -5000.")

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var award: Code

    @Option(
        help: "The fund, where it has several.", completion: .codes(.fund), transform: Code.typed)
    var fund: Code?

    @Option(help: "The year of the cost.", transform: FinancialYear.typed)
    var year: FinancialYear

    @Option(
        help: "The heading of cost, where it has several.", completion: .codes(.category),
        transform: Code.typed)
    var category: Code?

    @Option(parsing: .unconditional, help: "How much.", transform: Money.typed)
    var amount: Money

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [
            VaryAward(
                award: award, fund: fund, year: year, category: category, amount: amount,
                reason: reason)
        ]
    }
}
