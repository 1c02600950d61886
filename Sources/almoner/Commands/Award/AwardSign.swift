import ArgumentParser
import GrantLedger

/// `almoner award sign`.
struct AwardSign: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Record the signed agreement: what was reserved is committed.")

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var award: Code

    @Option(help: "The agreement's reference.", transform: Note.typed)
    var agreement: Note?

    @Option(
        parsing: .upToNextOption,
        help:
            "The same amounts by category, 2019/20/STAFF=20000: 2019/20=35000, 2019/20..2021/22=35000; repeat it or give several.",
        transform: ProfileEntry.typed)
    var profile: [ProfileEntry] = []

    @Option(help: "How often its recipient reports.")
    var returns: ReturnFrequency = .yearly

    @Option(help: "How much may move between headings, in per cent.", transform: Percentage.typed)
    var virementTolerance: Percentage?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [
            SignAward(
                award: award, agreement: agreement,
                profile: profile.isEmpty ? nil : profile.profile, returns: returns,
                virementTolerance: virementTolerance)
        ]
    }
}
