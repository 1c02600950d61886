import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner clawback list`.
struct ClawbackList: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List what was asked back, by award, fund and year.")

    @OptionGroup(title: "Only")
    var filter: FilterOptions

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let awards = try reading.facts.all(Award.self).filter(filter.takes)
        return reading.page(
            "clawback.list/1", "Clawback. Pounds.",
            sheets: [try ClawbackSheet.sheet(awards, reading)])
    }
}
