import ArgumentParser
import GrantLedger

/// `almoner award move`.
struct AwardMove: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Change which fund bears an award's unspent money.")

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var award: Code

    @Option(help: "The year of the cost.", transform: FinancialYear.typed)
    var year: FinancialYear

    @Option(help: "The fund that bore it.", completion: .codes(.fund), transform: Code.typed)
    var from: Code

    @Option(help: "The fund that bears it now.", completion: .codes(.fund), transform: Code.typed)
    var to: Code

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
            MoveAward(
                award: award, year: year, from: from, to: to, category: category,
                amount: amount, reason: reason)
        ]
    }
}
