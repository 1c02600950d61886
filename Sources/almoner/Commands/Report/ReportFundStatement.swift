import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner report fund-statement`.
struct ReportFundStatement: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "fund-statement",
        abstract: "What a fund had at the start of a year, what moved it, what it has at the end.")

    @Option(
        parsing: .upToNextOption, help: "Only this fund.", completion: .codes(.fund),
        transform: Code.typed)
    var fund: [Code] = []

    @Option(
        help: "The year of the entries' dates; that of the day where absent.",
        transform: FinancialYear.typed)
    var year: FinancialYear?

    @Option(
        name: .customLong("as-at"), help: "Entries dated to this day; today where absent.",
        transform: Day.typed)
    var asAt: Day?

    @OptionGroup(title: "Output")
    var output: OutputOptions

    @OptionGroup
    var place: BookOptions

    func page(_ reading: Reading) throws -> Page {
        let day = asAt ?? reading.today
        let year = year ?? FinancialYear(containing: day)
        guard year.firstDay <= day else {
            throw Fault.usage(
                "\(year) begins after \(day.prose).",
                remedy: "Ask for a year that has begun, or a later day with --as-at.")
        }
        let last = min(day, year.lastDay)
        let funds =
            fund.isEmpty
            ? try reading.reader.rows(Fund.self, asAt: last).map(\.code)
            : try fund.map { try reading.known(Fund.self, $0).code }
        let statements = try funds.map {
            try reading.reader.fundStatement($0, year: year, asAt: last)
        }
        var envelope = reading.envelope
        envelope.asAt = last
        return try reading.told(FundStatement.page(statements, envelope, to: last), last)
    }
}
