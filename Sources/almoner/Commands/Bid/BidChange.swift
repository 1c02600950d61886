import ArgumentParser
import GrantLedger

/// `almoner bid change`.
struct BidChange: ChangingCommand {
    static let register = Register.bid

    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Correct facts of a bid that are not money; an empty text clears one.")

    @Argument(help: "The bid.", completion: .codes(.bid), transform: Code.typed)
    var code: Code

    @Option(help: "Its title.")
    var title: String?

    @Option(help: "Where the money would be spent.")
    var area: String?

    @Option(help: "What for.")
    var theme: String?

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func changes() throws -> [String: String?] {
        [
            "title": try Changed.text(title),
            "area": try Changed.code(area),
            "theme": try Changed.code(theme),
        ]
    }
}
