import ArgumentParser
import GrantLedger

/// `almoner round change`.
struct RoundChange: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "change", abstract: "Correct facts of a round that are not money.")

    @Argument(help: "The round.", transform: Code.typed)
    var code: Code

    @Option(help: "Its title.")
    var title: String?

    @Option(help: "The first day of the window.", transform: Day.typed)
    var opens: Day?

    @Option(help: "The last day of the window, perhaps with a time.", transform: Moment.typed)
    var closes: Moment?

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        let changes: [String: String?] = [
            "title": try Changed.text(title),
            "opens": opens?.description,
            "closes": closes?.day.description,
            "closesAt": closes.map { $0.time?.description ?? "" },
        ]
        return [
            ChangeFact(
                register: .round, code: code, changes: changes.compactMapValues { $0 },
                reason: reason)
        ]
    }
}
