import ArgumentParser
import GrantLedger

/// `almoner grant agree`.
struct GrantAgree: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "agree", abstract: "Record that a funder pays the office, by year.")

    @Argument(help: "Its code.", transform: Code.typed)
    var code: Code

    @Option(help: "Who pays.", completion: .codes(.organisation), transform: Code.typed)
    var funder: Code

    @Option(help: "The fund it feeds.", completion: .codes(.fund), transform: Code.typed)
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

    @Option(help: "What the match is a percentage of; the policy's where absent.")
    var matchBase: MatchRule.Base?

    @Option(help: "To what required match is rounded; the policy's where absent.")
    var matchRounding: MatchRule.Rounding?

    @Option(
        parsing: .upToNextOption,
        help: "The least share of spend a category must have: EVALUATION=10; give several.",
        transform: MinimumEntry.typed)
    var minimum: [MinimumEntry] = []

    @Option(
        parsing: .upToNextOption,
        help: "From when it is tested; one for all minimums, or one for each in turn.",
        transform: Day.typed)
    var byDate: [Day] = []

    @Option(help: "When it ends.", transform: Day.typed)
    var ends: Day?

    @Option(help: "How sure it is.")
    var status: Standing = .confirmed

    @Option(help: "Who bears it if it does not come.", transform: Note.typed)
    var underwrittenBy: Note?

    @Option(help: "The agreement's reference.", transform: Note.typed)
    var agreement: Note?

    @Flag(help: "Its money comes without condition: it is income when received.")
    var unconditional = false

    @Option(
        parsing: .upToNextOption,
        help: "A partner's share, held as its agent beside the profile: SURREY=125000.",
        transform: ShareEntry.typed)
    var agent: [ShareEntry] = []

    @Flag(help: "Its money is the office's own alone: where the policy is to say whose it is.")
    var principal = false

    @OptionGroup
    var write: WriteOptions

    func validate() throws {
        guard !principal || agent.isEmpty else {
            throw ValidationError("--principal says that there is no partner; --agent names one.")
        }
        guard byDate.isEmpty || byDate.count == 1 || byDate.count == minimum.count else {
            throw ValidationError(
                "--by-date is given once for all minimums, or once for each --minimum in turn.")
        }
        guard !minimum.isEmpty || byDate.isEmpty else {
            throw ValidationError("--by-date says from when a --minimum is tested.")
        }
        guard matchPercent != nil || matchBase == nil && matchRounding == nil else {
            throw ValidationError("--match-base and --match-rounding belong to --match-percent.")
        }
    }

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        let policies = try facts.policies(on: write.date ?? now.today)
        let match = matchPercent.map {
            MatchRule(
                percent: $0, base: matchBase ?? policies.matchBase,
                rounding: matchRounding ?? policies.matchRounding)
        }
        return [
            AgreeGrant(
                code: code, funder: funder, fund: fund, title: title, basis: basis,
                profile: profile.profile, total: total, status: status,
                underwrittenBy: underwrittenBy, agreement: agreement, ends: ends, match: match,
                minimums: minimum.isEmpty ? nil : minimums,
                isUnconditional: unconditional ? true : nil,
                partners: agent.isEmpty && !principal ? nil : agent.map(\.share))
        ]
    }

    private var minimums: [Minimum] {
        minimum.enumerated().map { place, entry in
            Minimum(
                category: entry.category, percent: entry.percent,
                by: byDate.count == 1 ? byDate[0] : byDate.dropFirst(place).first)
        }
    }
}
