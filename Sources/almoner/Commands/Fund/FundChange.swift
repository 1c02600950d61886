import ArgumentParser
import GrantLedger

/// `almoner fund change`.
struct FundChange: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Correct facts of a fund that are not money; an empty text clears one.")

    @Argument(help: "The fund.", transform: Code.typed)
    var code: Code

    @Option(help: "Its title.")
    var title: String?

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        let changes: [String: String?] = [
            "title": try Changed.text(title)
        ]
        return [
            ChangeFact(
                register: .fund, code: code, changes: changes.compactMapValues { $0 },
                reason: reason)
        ]
    }
}
