import ArgumentParser
import GrantLedger

/// `almoner return accept`.
struct ReturnAccept: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Agree reported spend; it is charged to the year.")

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var award: Code

    @Option(
        help: "What the return covers: 2019/20-Q1, 2019/20-H1 or 2019/20.", transform: Period.typed)
    var period: Period

    @Option(
        parsing: .upToNextOption, help: "What is refused of it: STAFF=100.",
        transform: SpendEntry.typed)
    var disallow: [SpendEntry] = []

    @Option(help: "Why it is refused.", transform: Note.typed)
    var reason: Note?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        if !disallow.isEmpty, reason == nil {
            throw ValidationError("--disallow needs a --reason.")
        }
        return [
            AcceptReturn(
                award: award, period: period, disallow: disallow.map(\.amount), reason: reason)
        ]
    }
}
