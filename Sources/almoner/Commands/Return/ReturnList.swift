import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner return list`.
struct ReturnList: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the returns that came in.")

    @Option(help: "Only returns that stand so.")
    var status: MonitoringReturn.Status?

    @OptionGroup(title: "Only")
    var filter: FilterOptions

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let awards = try reading.facts.all(Award.self).filter(filter.takes)
        var returns: [MonitoringReturn] = []
        for award in awards {
            returns += try reading.facts.all(MonitoringReturn.self, prefix: "\(award.code)#").filter
            {
                status == nil || $0.status == status
            }
        }
        return reading.page(
            "return.list/1", "Monitoring returns. Pounds.", sheets: [ReturnSheet.sheet(returns)])
    }
}
