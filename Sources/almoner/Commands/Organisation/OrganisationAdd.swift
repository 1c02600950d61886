import ArgumentParser
import GrantLedger
import GrantStore

/// `almoner organisation add`.
struct OrganisationAdd: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Register an organisation.")

    @Argument(help: "Its code, such as YOUTH-UTD.", transform: Code.typed)
    var code: Code

    @Option(help: "Its name.", transform: Title.typed)
    var name: Title

    @Option(help: "Its public identifier, such as GB-CHC-801355.", transform: Note.typed)
    var orgId: Note?

    @Option(help: "What kind of body it is.")
    var kind: Organisation.Kind?

    @Option(help: "Its work contact; kept outside the hashed record.", transform: Note.typed)
    var contact: Note?

    @Flag(help: "It is another body than the one it resembles.")
    var distinct = false

    @OptionGroup
    var write: WriteOptions

    func acts(in recording: Recording, _ now: Now) throws -> [any Act] {
        [
            AddOrganisation(
                code: code, name: name, orgId: orgId, organisationKind: kind,
                contact: try commitment(in: recording), distinct: distinct)
        ]
    }

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] { [] }

    /// What the record holds instead of the contact: the standing one where it is the same text again.
    private func commitment(in recording: Recording) throws -> Note? {
        guard let contact else { return nil }
        if let standing = try recording.facts.find(Organisation.self, code)?.contact,
            try recording.reader.contact(standing) == contact.description
        {
            return standing
        }
        return try recording.keep(contact: contact.description, for: code)
    }
}
