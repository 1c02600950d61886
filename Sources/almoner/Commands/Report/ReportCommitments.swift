import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner report commitments`.
struct ReportCommitments: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "commitments",
        abstract: "What is awarded, charged and committed by year, to the end of every term.")

    @OptionGroup
    var report: ReportOptions

    @Option(
        parsing: .upToNextOption,
        help: "Grouped by, outermost first; fund, award and year where absent.",
        transform: Dimension.typed)
    var by: [Dimension] = []

    @OptionGroup(title: "Output")
    var output: OutputOptions

    @OptionGroup
    var place: BookOptions

    func page(_ reading: Reading) throws -> Page {
        var question = try report.question(reading)
        question.by = by.isEmpty ? [.fund, .award, .year] : by
        let answer = try reading.reader.spend(question)
        return answer.report.commitmentPage(try report.envelope(reading, question))
    }
}
