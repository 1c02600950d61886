import ArgumentParser
import GrantLedger

/// `almoner bid withdraw`.
struct BidWithdraw: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Record that the applicant withdrew a bid.")

    @Argument(help: "The bid.", completion: .codes(.bid), transform: Code.typed)
    var bid: Code

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [WithdrawBid(bid: bid, reason: reason)]
    }
}
