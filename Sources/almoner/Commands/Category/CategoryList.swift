import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner category list`.
struct CategoryList: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the categories.")

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let things = try reading.facts.all(GrantLedger.Category.self)
        let sheet = Sheet(
            columns: [
                Column("category", "Code"), Column("name", "Name", isFlexible: true),
            ],
            rows: things.map { [.text($0.code.description), .text($0.name.description)] },
            empty: "No category is registered.")
        return reading.page("category.list/1", "Categories", sheets: [sheet])
    }
}
