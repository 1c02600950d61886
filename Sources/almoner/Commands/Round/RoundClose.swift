import ArgumentParser
import GrantLedger

/// `almoner round close`.
struct RoundClose: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Close a round; what it has not awarded goes back into its fund.")

    @Argument(help: "The round.", completion: .codes(.round), transform: Code.typed)
    var round: Code

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [CloseRound(round: round)]
    }
}
