import ArgumentParser
import GrantLedger

/// `almoner grant confirm`.
struct GrantConfirm: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "Confirm a grant, perhaps at other amounts.")

    @Argument(help: "The grant.", completion: .codes(.grant), transform: Code.typed)
    var grant: Code

    @Option(
        parsing: .upToNextOption,
        help: "Amounts by year: 2019/20=35000, 2019/20..2021/22=35000; repeat it or give several.",
        transform: ProfileEntry.typed)
    var profile: [ProfileEntry] = []

    @Option(help: "The agreement's reference.", transform: Note.typed)
    var agreement: Note

    @Option(
        help: "Who bears what is already in use, where it is confirmed lower.",
        transform: Note.typed)
    var underwrittenBy: Note?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [
            ConfirmGrant(
                grant: grant, profile: profile.isEmpty ? nil : profile.profile,
                agreement: agreement, underwrittenBy: underwrittenBy)
        ]
    }
}
