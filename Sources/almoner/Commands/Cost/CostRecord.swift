import ArgumentParser
import GrantLedger

/// `almoner cost record`.
struct CostRecord: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Record a cost of the office itself on a fund.")

    @Argument(help: "The fund.", completion: .codes(.fund), transform: Code.typed)
    var fund: Code

    @Option(help: "The year of the cost.", transform: FinancialYear.typed)
    var year: FinancialYear

    @Option(help: "The heading of cost.", completion: .codes(.category), transform: Code.typed)
    var category: Code

    @Option(
        parsing: .unconditional, help: "How much, net of recoverable VAT.", transform: Money.typed)
    var amount: Money

    @Option(help: "Who was paid.", transform: Note.typed)
    var supplier: Note

    @Option(
        name: .customLong("recoverable-vat"), parsing: .unconditional,
        help: "The VAT that is recovered elsewhere; kept for the record.", transform: Money.typed)
    var recoverableVAT: Money?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [
            RecordCost(
                fund: fund, year: year, category: category, amount: amount, supplier: supplier,
                recoverableVAT: recoverableVAT)
        ]
    }
}
