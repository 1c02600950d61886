import ArgumentParser
import GrantLedger

/// `almoner bid log`.
struct BidLog: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Log a bid in a round.")

    @Argument(help: "Its code.", transform: Code.typed)
    var code: Code

    @Option(help: "The round.", completion: .codes(.round), transform: Code.typed)
    var round: Code

    @Option(help: "Who asks.", completion: .codes(.organisation), transform: Code.typed)
    var applicant: Code

    @Option(help: "Its title.", transform: Title.typed)
    var title: Title

    @Option(
        parsing: .upToNextOption,
        help: "Amounts by year: 2019/20=35000, 2019/20..2021/22=35000; repeat it or give several.",
        transform: ProfileEntry.typed)
    var profile: [ProfileEntry]

    @Option(parsing: .unconditional, help: "What the years must add up to.", transform: Money.typed)
    var total: Money?

    @Option(help: "When it came, perhaps with a time: 2019-05-31T16:55.", transform: Moment.typed)
    var received: Moment?

    @Option(
        parsing: .upToNextOption, help: "Match it states: ORG:cash:2019/20=5000.",
        transform: MatchEntry.typed)
    var match: [MatchEntry] = []

    @Option(
        help: "Where the money would be spent.", completion: .codes(.area), transform: Code.typed)
    var area: Code?

    @Option(help: "What for.", completion: .codes(.theme), transform: Code.typed)
    var theme: Code?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [
            LogBid(
                code: code, round: round, applicant: applicant, title: title,
                profile: profile.profile, total: total, match: try match.map { try $0.offer() },
                area: area, theme: theme, received: received?.day, receivedAt: received?.time)
        ]
    }
}
