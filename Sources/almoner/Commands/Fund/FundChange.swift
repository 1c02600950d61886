import ArgumentParser
import GrantLedger

/// `almoner fund change`.
struct FundChange: ChangingCommand {
    static let register = Register.fund

    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Correct facts of a fund that are not money; an empty text clears one.")

    @Argument(help: "The fund.", completion: .codes(.fund), transform: Code.typed)
    var code: Code

    @Option(help: "Its title.")
    var title: String?

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func changes() throws -> [String: String?] {
        [
            "title": try Changed.text(title)
        ]
    }
}
