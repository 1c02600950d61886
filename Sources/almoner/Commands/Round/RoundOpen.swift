import ArgumentParser
import GrantLedger

/// `almoner round open`.
struct RoundOpen: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open a fund to bids.")

    @Argument(help: "Its code.", transform: Code.typed)
    var code: Code

    @Option(help: "The fund.", completion: .codes(.fund), transform: Code.typed)
    var fund: Code

    @Option(help: "Its title.", transform: Title.typed)
    var title: Title

    @Option(help: "The first day of the window.", transform: Day.typed)
    var opens: Day

    @Option(
        help: "The last day of the window, perhaps with a time: 2019-05-31T17:00.",
        transform: Moment.typed)
    var closes: Moment

    @Option(
        parsing: .upToNextOption,
        help: "Amounts by year: 2019/20=35000, 2019/20..2021/22=35000; repeat it or give several.",
        transform: ProfileEntry.typed)
    var profile: [ProfileEntry]

    @Option(parsing: .unconditional, help: "What the years must add up to.", transform: Money.typed)
    var total: Money?

    @Option(help: "The most one project may have in a year.", transform: Money.typed)
    var capPerYear: Money?

    @Option(help: "The most one project may have in all.", transform: Money.typed)
    var capPerAward: Money?

    @Option(help: "Match that must be found, in per cent.", transform: Percentage.typed)
    var matchPercent: Percentage?

    @Option(help: "What the match is a percentage of; the policy's where absent.")
    var matchBase: MatchRule.Base?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        let policies = try facts.policies(on: write.date ?? now.today)
        return [
            OpenRound(
                code: code, fund: fund, title: title, opens: opens, closes: closes.day,
                closesAt: closes.time, profile: profile.profile, total: total,
                capPerYear: capPerYear, capPerAward: capPerAward,
                match: matchPercent.map {
                    MatchRule(
                        percent: $0, base: matchBase ?? policies.matchBase,
                        rounding: policies.matchRounding)
                })
        ]
    }
}
