import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner match list`.
struct MatchList: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the match of awards and grants by how sure it is.")

    @Option(
        parsing: .upToNextOption, help: "Only this award or grant.", completion: .codes(.award),
        transform: Code.typed)
    var of: [Code] = []

    @Option(
        parsing: .upToNextOption, help: "Only from this provider.",
        completion: .codes(.organisation), transform: Code.typed)
    var from: [Code] = []

    @Option(help: "Only for this year.", transform: FinancialYear.typed)
    var year: FinancialYear?

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let lines = try MatchSheet.lines(reading).filter { line in
            FilterOptions.fits(of, line.of) && FilterOptions.fits(from, line.from)
                && (year == nil || line.year == year)
        }
        return reading.page("match.list/1", "Match. Pounds.", sheets: [MatchSheet.sheet(lines)])
    }
}
