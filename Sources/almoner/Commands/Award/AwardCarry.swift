import ArgumentParser
import GrantLedger

/// `almoner award carry`.
struct AwardCarry: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "carry",
        abstract: "Carry unspent money of an award into a later year, by consent.")

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var award: Code

    @Option(
        help: "The fund; every one, by what each has, where absent.", completion: .codes(.fund),
        transform: Code.typed)
    var fund: Code?

    @Option(help: "Out of which year.", transform: FinancialYear.typed)
    var from: FinancialYear

    @Option(help: "Into which year.", transform: FinancialYear.typed)
    var to: FinancialYear

    @Option(parsing: .unconditional, help: "How much.", transform: Money.typed)
    var amount: Money

    @Option(help: "The reference of the consent.", transform: Note.typed)
    var consent: Note

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [
            CarryAward(
                award: award, fund: fund, from: from, to: to, amount: amount, consent: consent)
        ]
    }
}
