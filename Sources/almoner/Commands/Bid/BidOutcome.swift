import ArgumentParser
import GrantLedger

/// `almoner bid outcome`.
struct BidOutcome: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "outcome", abstract: "Record how a bid of the office itself came out.")

    @Argument(help: "The bid.", completion: .codes(.bid), transform: Code.typed)
    var bid: Code

    @Option(help: "The grant it won.", completion: .codes(.grant), transform: Code.typed)
    var won: Code?

    @Flag(help: "It was lost.")
    var lost = false

    @Option(help: "Why it was lost.", transform: Note.typed)
    var reason: Note?

    @OptionGroup
    var write: WriteOptions

    func validate() throws {
        guard lost != (won != nil) else {
            throw ValidationError("Give --won with the grant, or --lost with --reason.")
        }
        guard !lost || reason != nil else {
            throw ValidationError("A lost bid needs --reason: what the funder said.")
        }
    }

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [SettleOwnBid(bid: bid, grant: won, reason: reason)]
    }
}
