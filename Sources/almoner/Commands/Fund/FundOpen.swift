import ArgumentParser
import GrantLedger

/// `almoner fund open`.
struct FundOpen: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open a fund: a pot of money with one source.")

    @Argument(help: "Its code.", transform: Code.typed)
    var code: Code

    @Option(help: "Its title.", transform: Title.typed)
    var title: Title

    @Option(help: "Where its money comes from.")
    var source: Fund.Source

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [OpenFund(code: code, title: title, source: source)]
    }
}
