import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner report exceptions`.
struct ReportExceptions: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "exceptions",
        abstract: "Entries an auditor should see, each under the rule that finds it.")

    @Option(
        parsing: .upToNextOption, help: "Only about this fund.", completion: .codes(.fund),
        transform: Code.typed)
    var fund: [Code] = []

    @Option(
        parsing: .upToNextOption, help: "Only about this award.", completion: .codes(.award),
        transform: Code.typed)
    var award: [Code] = []

    @Option(help: "Only entries dated in this year.", transform: FinancialYear.typed)
    var year: FinancialYear?

    @Option(
        name: .customLong("as-at"), help: "Entries dated to this day; every one where absent.",
        transform: Day.typed)
    var asAt: Day?

    @OptionGroup(title: "Output")
    var output: OutputOptions

    @OptionGroup
    var place: BookOptions

    func page(_ reading: Reading) throws -> Page {
        let last = try reading.lastDated(in: year, asAt: asAt)
        let report = try reading.exceptions(
            from: year?.firstDay, asAt: last, about: things(reading))
        var envelope = reading.envelope
        envelope.asAt = asAt
        return try reading.told(report.page(envelope), last)
    }

    /// The funds and awards asked for, and the awards of those funds.
    private func things(_ reading: Reading) throws -> Set<Code> {
        let funds = try fund.map { try reading.known(Fund.self, $0).code }
        let awards = try award.map { try reading.known(Award.self, $0).code }
        return try reading.things(of: funds).union(awards)
    }
}

extension Reading {
    /// The last day that entries may be dated on which are looked at: of a year, as at a day, or the last
    /// of all, for an exception may be dated ahead.
    func lastDated(in year: FinancialYear?, asAt: Day? = nil) throws -> Day {
        let last = try asAt ?? reader.dates()?.upperBound ?? today
        return year.map { min(last, $0.lastDay) } ?? last
    }
}
