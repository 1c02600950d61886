import ArgumentParser
import GrantLedger

/// `almoner grant pass`.
struct GrantPass: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "pass", abstract: "Pass on money that is held for a partner.")

    @Argument(help: "The grant.", completion: .codes(.grant), transform: Code.typed)
    var grant: Code

    @Option(
        name: .customLong("to"), help: "Whose money it is.", completion: .codes(.organisation),
        transform: Code.typed)
    var partner: Code

    @Option(parsing: .unconditional, help: "How much.", transform: Money.typed)
    var amount: Money

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [PassToPartner(grant: grant, partner: partner, amount: amount)]
    }
}
