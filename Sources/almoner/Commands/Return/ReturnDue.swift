import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner return due`.
struct ReturnDue: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "List the returns that are due and not yet accepted.")

    @Option(help: "Periods that end by this day; today where absent.", transform: Day.typed)
    var by: Day?

    @OptionGroup(title: "Only")
    var filter: FilterOptions

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let awards = try reading.facts.all(Award.self).filter(filter.takes)
        let lines = try ReturnsDue.lines(awards, by: by ?? reading.today, reading)
        return reading.page(
            "return.due/1", "Returns due by \((by ?? reading.today).prose)",
            sheets: [ReturnsDue.sheet(lines)])
    }
}
