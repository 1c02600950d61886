import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner report claims`.
struct ReportClaims: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "claims",
        abstract: "What grants may be claimed, have been claimed and have paid; each claim.")

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
        let claims = try reading.reader.claims(
            asAt: question.asAt, in: question.years
        ) { wanted?.contains($0) ?? true }
        return try reading.told(claims.page(report.envelope(reading, question)), question.asAt)
    }
}
