import ArgumentParser
import GrantLedger

/// `almoner category add`.
struct CategoryAdd: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Register a heading of cost.")

    @Argument(help: "Its code.", transform: Code.typed)
    var code: Code

    @Option(help: "Its name.", transform: Title.typed)
    var name: Title

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [AddCategory(code: code, name: name)]
    }
}
