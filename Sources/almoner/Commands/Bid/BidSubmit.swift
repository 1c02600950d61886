import ArgumentParser
import GrantLedger

/// `almoner bid submit`.
struct BidSubmit: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit", abstract: "Record a bid of the office itself to a funder.")

    @Argument(help: "Its code.", transform: Code.typed)
    var code: Code

    @Option(help: "Who is asked.", completion: .codes(.organisation), transform: Code.typed)
    var funder: Code

    @Option(help: "Its title.", transform: Title.typed)
    var title: Title

    @Option(
        parsing: .upToNextOption,
        help: "Amounts by year: 2019/20=35000, 2019/20..2021/22=35000; repeat it or give several.",
        transform: ProfileEntry.typed)
    var profile: [ProfileEntry]

    @Option(parsing: .unconditional, help: "What the years must add up to.", transform: Money.typed)
    var total: Money?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [
            SubmitOwnBid(
                code: code, funder: funder, title: title, profile: profile.profile, total: total)
        ]
    }
}
