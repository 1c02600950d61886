import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner round list`.
struct RoundList: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the rounds.")

    @OptionGroup(title: "Only")
    var filter: FilterOptions

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let rounds = try reading.facts.all(Round.self).filter {
            FilterOptions.fits(filter.fund, $0.fund)
        }
        return reading.page("round.list/1", "Rounds", sheets: [RoundSheet.sheet(rounds)])
    }
}
