import ArgumentParser
import GrantLedger

/// `almoner grant receive`.
struct GrantReceive: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "receive",
        abstract: "Take in money a funder pays ahead, without condition, or for a partner.")

    @Argument(help: "The grant.", completion: .codes(.grant), transform: Code.typed)
    var grant: Code

    @Option(help: "The year it is for.", transform: FinancialYear.typed)
    var year: FinancialYear

    @Option(parsing: .unconditional, help: "How much.", transform: Money.typed)
    var amount: Money

    @Option(
        name: .customLong("for"), help: "The partner it is held for, by its organisation.",
        completion: .codes(.organisation), transform: Code.typed)
    var partner: Code?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [ReceiveGrant(grant: grant, year: year, amount: amount, partner: partner)]
    }
}
