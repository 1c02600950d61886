import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner grant list`.
struct GrantList: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the grants the office is paid.")

    @Option(help: "Only grants so sure.")
    var status: Standing?

    @OptionGroup(title: "Only")
    var filter: FilterOptions

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let grants = try reading.facts.all(Grant.self).filter { grant in
            (status == nil || grant.status == status) && FilterOptions.fits(filter.fund, grant.fund)
        }
        return reading.page(
            "grant.list/1", "Grants in. Pounds.", sheets: [GrantSheet.sheet(grants)])
    }
}
