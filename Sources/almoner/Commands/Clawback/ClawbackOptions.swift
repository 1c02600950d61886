import ArgumentParser
import GrantLedger

/// Which money of an award is clawed back.
struct ClawbackOptions: ParsableArguments, Sendable {
    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var award: Code

    @Option(
        help: "The fund; every one, by what each has, where absent.", completion: .codes(.fund),
        transform: Code.typed)
    var fund: Code?

    @Option(help: "The year of the cost.", transform: FinancialYear.typed)
    var year: FinancialYear

    @Option(parsing: .unconditional, help: "How much.", transform: Money.typed)
    var amount: Money
}
