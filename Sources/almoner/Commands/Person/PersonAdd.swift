import ArgumentParser
import GrantLedger

/// `almoner person add`.
struct PersonAdd: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Enrol one who acts on the book; from the first on, only enrolled people do.",
        discussion: """
            Who acts says so with --user CODE. That is asserted, not proven: the machine's login is \
            recorded beside it always, and an entry under another login than the enrolled one is \
            flagged. Who approves needs another code and another login than who prepared.
            """)

    @Argument(help: "Their code, given as --user.", transform: Code.typed)
    var code: Code

    @Option(help: "Their name.", transform: Title.typed)
    var name: Title

    @Option(help: "The machine's name for them.", transform: Note.typed)
    var login: Note

    @Option(help: "What they may do besides: approve what another prepared.")
    var may: Permission?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [EnrolPerson(code: code, name: name, login: login, mayApprove: may == .approve)]
    }

    /// What a person may be allowed.
    enum Permission: String, CaseIterable, ExpressibleByArgument { case approve }
}
