import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner area|theme|category show`.
struct NamedShow<Noun: Named>: ReadingCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show", abstract: "Show one \(Noun.noun), and the awards that count to it."
        )
    }

    @Argument(help: "Its code.", completion: .codes(Noun.register), transform: Code.typed)
    var code: Code

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let thing = try reading.known(Noun.self, code)
        let awards = try reading.facts.all(Award.self).filter(thing.has)
        return reading.page(
            "\(Noun.noun).show/1", "\(code): \(thing.name)",
            facts: [
                Fact(Noun.noun, "Code", .text(code.description)),
                Fact("name", "Name", .text(thing.name.description)),
            ] + thing.more,
            sheets: [try AwardSheet.sheet(awards, reading, key: "awards", title: "Awards")])
    }
}
