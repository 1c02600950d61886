import ArgumentParser
import GrantLedger

/// `almoner grant agree`.
struct GrantAgree: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "agree", abstract: "Record that a funder pays the office, by year.")

    @Argument(help: "Its code.", transform: Code.typed)
    var code: Code

    @Option(help: "Who pays.", transform: Code.typed)
    var funder: Code

    @Option(help: "The fund it feeds.", transform: Code.typed)
    var fund: Code

    @Option(help: "Its title.", transform: Title.typed)
    var title: Title

    @Option(help: "Claimed once spent, or received ahead.")
    var basis: Grant.Basis

    @Option(
        parsing: .upToNextOption,
        help: "Amounts by year: 2019/20=35000, 2019/20..2021/22=35000; repeat it or give several.",
        transform: ProfileEntry.typed)
    var profile: [ProfileEntry]

    @Option(parsing: .unconditional, help: "What the years must add up to.", transform: Money.typed)
    var total: Money?

    @Option(help: "Match that must be found, in per cent.", transform: Percentage.typed)
    var matchPercent: Percentage?

    @Option(help: "What the match is a percentage of.")
    var matchBase: MatchRule.Base = .grant

    @Option(help: "To what required match is rounded.")
    var matchRounding: MatchRule.Rounding = .penny

    @Option(help: "When it ends.", transform: Day.typed)
    var ends: Day?

    @Option(help: "How sure it is.")
    var status: Standing = .confirmed

    @Option(help: "Who bears it if it does not come.", transform: Note.typed)
    var underwrittenBy: Note?

    @Option(help: "The agreement's reference.", transform: Note.typed)
    var agreement: Note?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        let match = matchPercent.map {
            MatchRule(percent: $0, base: matchBase, rounding: matchRounding)
        }
        return [
            AgreeGrant(
                code: code, funder: funder, fund: fund, title: title, basis: basis,
                profile: profile.profile, total: total, status: status,
                underwrittenBy: underwrittenBy, agreement: agreement, ends: ends, match: match)
        ]
    }
}
