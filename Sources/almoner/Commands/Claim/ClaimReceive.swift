import ArgumentParser
import GrantLedger

/// `almoner claim receive`.
struct ClaimReceive: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "receive", abstract: "Take in what a funder pays of a claim.")

    @Argument(help: "The claim.", completion: .codes(.claim), transform: Code.typed)
    var claim: Code

    @Option(parsing: .unconditional, help: "How much.", transform: Money.typed)
    var amount: Money

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [ReceiveClaim(claim: claim, amount: amount)]
    }
}
