import ArgumentParser
import GrantLedger

/// `almoner area add`.
struct AreaAdd: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Register a place that money is spent in.")

    @Argument(help: "Its code.", transform: Code.typed)
    var code: Code

    @Option(help: "Its name.", transform: Title.typed)
    var name: Title

    @Option(help: "Its code in an official list, such as E10000016.", transform: Note.typed)
    var geoCode: Note?

    @Option(help: "Which official list.", transform: Note.typed)
    var geoType: Note?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [AddArea(code: code, name: name, geoCode: geoCode, geoType: geoType)]
    }
}
