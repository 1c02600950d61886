import ArgumentParser
import GrantLedger

/// `almoner fund carry`.
struct FundCarry: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "carry", abstract: "Carry money no award holds into a later year, by consent.")

    @Argument(help: "The fund.", completion: .codes(.fund), transform: Code.typed)
    var fund: Code

    @Option(
        help: "The round, where it is a round's money.", completion: .codes(.round),
        transform: Code.typed)
    var round: Code?

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
            CarryFunding(
                fund: fund, round: round, from: from, to: to, amount: amount, consent: consent)
        ]
    }
}
