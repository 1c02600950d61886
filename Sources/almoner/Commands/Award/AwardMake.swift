import ArgumentParser
import GrantLedger

/// `almoner award make`.
struct AwardMake: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Award money to a recipient; from a bid it is the decision on that bid.")

    @Argument(help: "Its code.", transform: Code.typed)
    var code: Code

    @Option(help: "The bid it answers.", completion: .codes(.bid), transform: Code.typed)
    var bid: Code?

    @Option(
        help: "The round, where it is made directly from one.", completion: .codes(.round),
        transform: Code.typed)
    var round: Code?

    @Option(
        help: "The fund of lines that name none.", completion: .codes(.fund), transform: Code.typed)
    var fund: Code?

    @Option(
        help: "Who receives it; the applicant where a bid is given.",
        completion: .codes(.organisation), transform: Code.typed)
    var recipient: Code?

    @Option(help: "Its title; the bid's where absent.", transform: Title.typed)
    var title: Title?

    @Option(
        parsing: .upToNextOption,
        help:
            "Amounts by year, what the bid asks where absent: 2019/20=35000, 2019/20..2021/22=35000; repeat it or give several.",
        transform: ProfileEntry.typed)
    var profile: [ProfileEntry] = []

    @Option(parsing: .unconditional, help: "What the years must add up to.", transform: Money.typed)
    var total: Money?

    @OptionGroup(title: "Terms")
    var terms: TermsOptions

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        guard bid != nil || recipient != nil else {
            throw ValidationError("Give --bid, or --fund, --recipient and --title.")
        }
        return [
            MakeAward(
                code: code, bid: bid, round: round, fund: fund, recipient: recipient,
                title: title, profile: profile.isEmpty ? nil : profile.profile, total: total,
                terms: terms.terms)
        ]
    }
}
