import ArgumentParser
import GrantLedger

/// `almoner theme add`.
struct ThemeAdd: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Register a purpose that money is spent on.")

    @Argument(help: "Its code.", transform: Code.typed)
    var code: Code

    @Option(help: "Its name.", transform: Title.typed)
    var name: Title

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [AddTheme(code: code, name: name)]
    }
}
