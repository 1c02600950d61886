import ArgumentParser
import GrantLedger

/// `almoner instalment release`.
struct InstalmentRelease: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "Let a held payment go, or one that waits for a return.")

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var award: Code

    @Argument(help: "Which instalment.")
    var number: Int

    @Flag(help: "Although the return it waits for is not accepted.")
    var override = false

    @Option(help: "Who authorised that.", transform: Note.typed)
    var authorisedBy: Note?

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        if override {
            guard authorisedBy != nil, reason != nil else {
                throw ValidationError("--override needs --authorised-by and --reason.")
            }
        } else if authorisedBy != nil {
            throw ValidationError("--authorised-by goes with --override.")
        }
        return [
            ReleaseInstalment(
                award: award, number: number, authorisedBy: authorisedBy, reason: reason)
        ]
    }
}
