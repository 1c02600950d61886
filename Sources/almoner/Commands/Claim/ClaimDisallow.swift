import ArgumentParser
import GrantLedger

/// `almoner claim disallow`.
struct ClaimDisallow: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "disallow",
        abstract:
            "Record that a funder refuses part of a line; a fund of the office's own bears it.")

    @Argument(help: "The claim.", completion: .codes(.claim), transform: Code.typed)
    var claim: Code

    @Option(help: "The line, by its number in the claim.")
    var line: Int

    @Option(parsing: .unconditional, help: "How much.", transform: Money.typed)
    var amount: Money

    @Option(help: "The fund that bears it.", completion: .codes(.fund), transform: Code.typed)
    var borneBy: Code

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [
            DisallowClaim(
                claim: claim, line: line, amount: amount, borneBy: borneBy, reason: reason)
        ]
    }
}
