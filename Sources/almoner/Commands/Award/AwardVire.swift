import ArgumentParser
import GrantLedger

/// `almoner award vire`.
struct AwardVire: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "vire",
        abstract: "Move budget between headings of an award, within its tolerance.")

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var award: Code

    @Option(
        help: "The fund; every one, by what each has, where absent.", completion: .codes(.fund),
        transform: Code.typed)
    var fund: Code?

    @Option(help: "The year of the cost.", transform: FinancialYear.typed)
    var year: FinancialYear

    @Option(help: "The heading that gives.", completion: .codes(.category), transform: Code.typed)
    var from: Code

    @Option(help: "The heading that takes.", completion: .codes(.category), transform: Code.typed)
    var to: Code

    @Option(parsing: .unconditional, help: "How much.", transform: Money.typed)
    var amount: Money

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [
            VireAward(
                award: award, fund: fund, year: year, from: from, to: to, amount: amount,
                reason: reason)
        ]
    }
}
