import ArgumentParser
import GrantLedger

/// `almoner award withhold`.
struct AwardWithhold: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "withhold",
        abstract: "Mark a fact of an award as not for publication, with the reason.")

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var award: Code

    @Option(help: "The fact: recipient, title, purpose, place ….", transform: Note.typed)
    var field: Note

    @Option(help: "Why; never published.", transform: Note.typed)
    var reason: Note

    @Option(
        help: "What the public is told: safety, personal, crime, security, commercial or law.")
    var ground: Withholding.Ground?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [
            WithholdFact(award: award, field: field, reason: reason, ground: ground)
        ]
    }
}
