import ArgumentParser
import GrantLedger
import GrantStore

/// `almoner organisation forget`.
struct OrganisationForget: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Erase an organisation's work contact; every record and hash stays valid.",
        discussion: """
            The record never held the contact, only a commitment to it that tells nothing. That it \
            was erased is recorded; copies of the book made before still have it.
            """)

    @Argument(help: "The organisation.", completion: .codes(.organisation), transform: Code.typed)
    var code: Code

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] { [] }

    func acts(in recording: Recording, _ now: Now) throws -> [any Act] {
        try recording.eraseContacts(of: code)
        return [
            ChangeFact(
                register: .organisation, code: code, changes: ["contact": ""],
                reason: try reason ?? Note.typed("The contact is erased"))
        ]
    }
}
