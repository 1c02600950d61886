import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner report usage`.
struct ReportUsage: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "usage",
        abstract: "Statement of grant usage: one page for the chief finance officer's signature.")

    @Argument(help: "The grant.", completion: .codes(.grant), transform: Code.typed)
    var grant: Code

    @Option(help: "The year of cost.", transform: FinancialYear.typed)
    var year: FinancialYear

    @Option(
        name: .customLong("as-at"), help: "Entries dated to this day; today where absent.",
        transform: Day.typed)
    var asAt: Day?

    @OptionGroup(title: "Output")
    var output: OutputOptions

    @OptionGroup
    var place: BookOptions

    func page(_ reading: Reading) throws -> Page {
        let row = try reading.known(Grant.self, grant)
        let day = asAt ?? reading.today
        let statement = try reading.reader.usage(of: row, in: year, asAt: day)
        let funder = try reading.facts.look(Organisation.self, row.funder.description)
        var envelope = reading.envelope
        envelope.asAt = day
        let name = funder?.name.description ?? row.funder.description
        return try reading.told(statement.page(envelope, funder: name), day)
    }
}
