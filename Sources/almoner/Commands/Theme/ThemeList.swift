import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner theme list`.
struct ThemeList: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the themes.")

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let things = try reading.facts.all(GrantLedger.Theme.self)
        let sheet = Sheet(
            columns: [
                Column("theme", "Code"), Column("name", "Name", isFlexible: true),
            ],
            rows: things.map { [.text($0.code.description), .text($0.name.description)] },
            empty: "No theme is registered.")
        return reading.page("theme.list/1", "Themes", sheets: [sheet])
    }
}
