import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner report variance`.
struct ReportVariance: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "variance",
        abstract: "Spend against its profile, the outturn forecast and the underspend expected.")

    @OptionGroup
    var report: ReportOptions

    @Option(
        parsing: .upToNextOption,
        help: "Grouped by, outermost first; fund, award and year where absent; not by quarter.",
        transform: Dimension.typed)
    var by: [Dimension] = []

    @OptionGroup(title: "Output")
    var output: OutputOptions

    @OptionGroup
    var place: BookOptions

    func page(_ reading: Reading) throws -> Page {
        guard !by.contains(.quarter) else {
            throw Fault.usage(
                "A forecast is for a whole year and has no quarters.",
                remedy: "Group by another word; almoner report spend --by quarter has quarters.")
        }
        var question = try report.question(reading)
        question.by = by.isEmpty ? [.fund, .award, .year] : by
        let variance = try reading.reader.variance(question)
        return try reading.told(
            variance.page(
                report.envelope(reading, question),
                tolerance: try reading.facts.policies(on: question.asAt).varianceTolerance),
            question.asAt)
    }
}
