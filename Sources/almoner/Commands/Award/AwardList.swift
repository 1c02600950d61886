import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner award list`.
struct AwardList: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the awards with what was charged and paid.")

    @Option(help: "Only awards that stand so.")
    var status: Award.Status?

    @OptionGroup(title: "Only")
    var filter: FilterOptions

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let awards = try reading.facts.all(Award.self).filter { award in
            (status == nil || award.status == status) && filter.takes(award)
        }
        return reading.page(
            "award.list/1", "Awards, all years. Pounds.",
            sheets: [try AwardSheet.sheet(awards, reading)])
    }
}
