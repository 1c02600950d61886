import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner instalment list`.
struct InstalmentList: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List instalments: due, held and why, paid.")

    @Option(help: "Only instalments that stand so.")
    var status: Instalment.Status?

    @Option(help: "Only those due by this day.", transform: Day.typed)
    var dueBy: Day?

    @OptionGroup(title: "Only")
    var filter: FilterOptions

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let awards = try reading.facts.all(Award.self).filter(filter.takes)
        var lines: [Instalment] = []
        for award in awards {
            lines += try reading.facts.all(Instalment.self, prefix: "\(award.code)#").filter {
                line in
                (status == nil || line.status == status) && (dueBy.map { line.due <= $0 } ?? true)
            }
        }
        lines.sort { $0.place < $1.place }
        return reading.page(
            "instalment.list/1", "Instalments. Pounds.",
            sheets: [try InstalmentSheet.sheet(lines, reading)])
    }
}
