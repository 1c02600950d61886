import ArgumentParser
import GrantLedger

/// `almoner bid decide`.
struct BidDecide: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract:
            "Decline a bid, defer it, or put it on the reserve list; awards are made by award make."
    )

    @Argument(help: "The bid.", completion: .codes(.bid), transform: Code.typed)
    var bid: Code

    @Flag(help: "What is decided.")
    var outcome: Outcome

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @Option(help: "The number of the decision notice.", transform: Note.typed)
    var decision: Note?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [
            DecideBid(
                bid: bid, outcome: outcome.decided, reason: reason, decision: decision)
        ]
    }

    enum Outcome: String, EnumerableFlag {
        case decline, `defer`, reserveList

        var decided: DecideBid.Outcome {
            switch self {
            case .decline: .decline
            case .defer: .defer
            case .reserveList: .reserveList
            }
        }
    }
}
