import ArgumentParser
import GrantLedger

/// `almoner award lapse`.
struct AwardLapse: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "lapse",
        abstract: "End a commitment unspent; the money goes back where it came from.")

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var award: Code

    @Option(
        help: "The fund, where it has several.", completion: .codes(.fund), transform: Code.typed)
    var fund: Code?

    @Option(help: "The year of the cost.", transform: FinancialYear.typed)
    var year: FinancialYear

    @Option(
        parsing: .unconditional, help: "How much; all that can lapse where absent.",
        transform: Money.typed)
    var amount: Money?

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [LapseAward(award: award, fund: fund, year: year, amount: amount, reason: reason)]
    }
}
