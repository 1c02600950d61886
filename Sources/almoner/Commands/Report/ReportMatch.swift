import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner report match`.
struct ReportMatch: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "match",
        abstract: "Match that is required, met and short; who offered it; least shares.")

    @OptionGroup
    var report: ReportOptions

    @Option(
        parsing: .upToNextOption, help: "Only this grant.", completion: .codes(.grant),
        transform: Code.typed)
    var grant: [Code] = []

    @OptionGroup(title: "Output")
    var output: OutputOptions

    @OptionGroup
    var place: BookOptions

    func page(_ reading: Reading) throws -> Page {
        let question = try report.question(reading)
        let wanted = try report.wanted(reading, question, grants: grant)
        let match = try reading.reader.match(
            asAt: question.asAt, in: question.years
        ) { wanted?.contains($0) ?? true }
        return try reading.told(match.page(report.envelope(reading, question)), question.asAt)
    }
}
