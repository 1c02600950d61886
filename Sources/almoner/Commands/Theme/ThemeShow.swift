import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner theme show`.
struct ThemeShow: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one theme.")

    @Argument(help: "The theme.", transform: Code.typed)
    var code: Code

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let thing = try reading.known(GrantLedger.Theme.self, code)
        let awards = try reading.facts.all(Award.self).filter { $0.theme == code }
        return reading.page(
            "theme.show/1", "\(code): \(thing.name)",
            facts: [
                Fact("theme", "Code", .text(code.description)),
                Fact("name", "Name", .text(thing.name.description)),
            ],
            sheets: [try AwardSheet.sheet(awards, reading, key: "awards", title: "Awards")])
    }
}
