import ArgumentParser
import GrantLedger

/// `almoner award reprofile`.
struct AwardReprofile: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "reprofile",
        abstract: "Plan an award's spend anew: quarters change, amounts by year do not.")

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var award: Code

    @Option(
        parsing: .upToNextOption,
        help: "The whole new plan: 2019/20-Q1=8750; repeat it or give several.",
        transform: ProfileEntry.typed)
    var profile: [ProfileEntry]

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [
            ReprofileAward(award: award, profile: profile.profile, reason: reason)
        ]
    }
}
