import ArgumentParser
import GrantLedger

/// `almoner organisation change`.
struct OrganisationChange: ChangingCommand {
    static let register = Register.organisation

    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Correct facts of an organisation that are not money; an empty text clears one.")

    @Argument(help: "The organisation.", completion: .codes(.organisation), transform: Code.typed)
    var code: Code

    @Option(help: "Its name.")
    var name: String?

    @Option(help: "Its public identifier.")
    var orgId: String?

    @Option(help: "What kind of body it is.")
    var kind: Organisation.Kind?

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func changes() throws -> [String: String?] {
        [
            "name": try Changed.text(name),
            "orgId": try Changed.text(orgId),
            "kind": kind?.rawValue,
        ]
    }
}
