import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner claim list`.
struct ClaimList: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the claims with what came of them.")

    @Option(
        parsing: .upToNextOption, help: "Only this grant.", completion: .codes(.grant),
        transform: Code.typed)
    var grant: [Code] = []

    @Option(help: "Only this year of cost.", transform: FinancialYear.typed)
    var year: FinancialYear?

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let claims = try reading.facts.all(Claim.self).filter { claim in
            FilterOptions.fits(grant, claim.grant) && (year == nil || claim.year == year)
        }
        return reading.page(
            "claim.list/1", "Claims. Pounds.", sheets: [try ClaimSheet.sheet(claims, reading)])
    }
}
