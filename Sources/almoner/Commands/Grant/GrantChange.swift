import ArgumentParser
import GrantLedger

/// `almoner grant change`.
struct GrantChange: ChangingCommand {
    static let register = Register.grant

    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Correct facts of a grant that are not money; an empty text clears one.")

    @Argument(help: "The grant.", completion: .codes(.grant), transform: Code.typed)
    var code: Code

    @Option(help: "Its title.")
    var title: String?

    @Option(help: "The agreement's reference.")
    var agreement: String?

    @Option(help: "When it ends.")
    var ends: String?

    @Option(help: "Who bears it if it does not come.")
    var underwrittenBy: String?

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func changes() throws -> [String: String?] {
        [
            "title": try Changed.text(title),
            "agreement": try Changed.text(agreement),
            "ends": try Changed.day(ends),
            "underwrittenBy": try Changed.text(underwrittenBy),
        ]
    }
}
