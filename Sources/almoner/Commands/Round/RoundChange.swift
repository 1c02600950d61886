import ArgumentParser
import GrantLedger

/// `almoner round change`.
struct RoundChange: ChangingCommand {
    static let register = Register.round

    static let configuration = CommandConfiguration(
        commandName: "change", abstract: "Correct facts of a round that are not money.")

    @Argument(help: "The round.", completion: .codes(.round), transform: Code.typed)
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

    func changes() throws -> [String: String?] {
        [
            "title": try Changed.text(title),
            "opens": opens?.description,
            "closes": closes?.day.description,
            "closesAt": closes.map { $0.time?.description ?? "" },
        ]
    }
}
