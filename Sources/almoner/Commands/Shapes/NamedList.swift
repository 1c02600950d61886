import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner area|theme|category list`.
struct NamedList<Noun: Named>: ReadingCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: "List the \(Noun.plural.lowercased()).")
    }

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let things = try reading.facts.all(Noun.self)
        let more = things.first?.more ?? []
        let sheet = Sheet(
            columns: [Column(Noun.noun, "Code"), Column("name", "Name", isFlexible: true)]
                + more.map { Column($0.key, $0.label, visibility: .whenNotNil) },
            rows: things.map { thing in
                [.text(thing.key), .text(thing.name.description)] + thing.more.map(\.cell)
            },
            empty: "No \(Noun.noun) is registered.")
        return reading.page("\(Noun.noun).list/1", Noun.plural, sheets: [sheet])
    }
}
