import ArgumentParser
import GrantLedger

/// `almoner return disallow`.
struct ReturnDisallow: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "disallow", abstract: "Find accepted spend ineligible later.")

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var award: Code

    @Option(
        help: "What the return covers: 2019/20-Q1, 2019/20-H1 or 2019/20.", transform: Period.typed)
    var period: Period

    @Option(
        help: "The fund, where it has several.", completion: .codes(.fund), transform: Code.typed)
    var fund: Code?

    @Option(help: "The heading of cost.", completion: .codes(.category), transform: Code.typed)
    var category: Code

    @Option(parsing: .unconditional, help: "How much.", transform: Money.typed)
    var amount: Money

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [
            DisallowSpend(
                award: award, period: period, fund: fund, category: category, amount: amount,
                reason: reason)
        ]
    }
}
