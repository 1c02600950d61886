import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner category show`.
struct CategoryShow: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one category.")

    @Argument(help: "The category.", transform: Code.typed)
    var code: Code

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let thing = try reading.known(GrantLedger.Category.self, code)
        return reading.page(
            "category.show/1", "\(code): \(thing.name)",
            facts: [
                Fact("category", "Code", .text(code.description)),
                Fact("name", "Name", .text(thing.name.description)),
            ])
    }
}
