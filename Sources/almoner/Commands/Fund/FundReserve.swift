import ArgumentParser
import GrantLedger

/// `almoner fund reserve`.
struct FundReserve: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "reserve",
        abstract: "Set the office's own money aside for a fund, or take it back with --draw.")

    @Argument(help: "The fund it is kept for.", completion: .codes(.fund), transform: Code.typed)
    var fund: Code

    @Option(parsing: .unconditional, help: "How much.", transform: Money.typed)
    var amount: Money

    @Flag(help: "Take back what was set aside.")
    var draw = false

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        draw
            ? [DrawReserve(fund: fund, amount: amount, reason: reason)]
            : [ReserveMoney(fund: fund, amount: amount, reason: reason)]
    }
}
