import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner cost list`.
struct CostList: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the costs of the office itself.")

    @Option(
        parsing: .upToNextOption, help: "Only this fund.", completion: .codes(.fund),
        transform: Code.typed)
    var fund: [Code] = []

    @Option(
        parsing: .upToNextOption, help: "Only this category.", completion: .codes(.category),
        transform: Code.typed)
    var category: [Code] = []

    @Option(help: "Only this year of cost.", transform: FinancialYear.typed)
    var year: FinancialYear?

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let costs = try reading.facts.all(Cost.self).filter { cost in
            FilterOptions.fits(fund, cost.fund) && FilterOptions.fits(category, cost.category)
                && (year == nil || cost.year == year)
        }
        return reading.page(
            "cost.list/1", "The office's own costs. Pounds.", sheets: [CostSheet.sheet(costs)])
    }
}
