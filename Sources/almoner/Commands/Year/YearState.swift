import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner year status`.
struct YearState: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "List in order what stands before the close of a year, with the commands.")

    @Argument(help: "The year.", transform: FinancialYear.typed)
    var year: FinancialYear

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        try YearStatus(year, reading.facts).page(reading.envelope)
    }
}
