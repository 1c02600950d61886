import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner report returns`.
struct ReportReturns: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "returns",
        abstract: "Which monitoring returns have come, which are agreed, which are late.")

    @OptionGroup
    var report: ReportOptions

    @OptionGroup(title: "Output")
    var output: OutputOptions

    @OptionGroup
    var place: BookOptions

    func page(_ reading: Reading) throws -> Page {
        let question = try report.question(reading)
        let returns = try reading.reader.returns(
            asAt: question.asAt, of: report.filter.takes,
            in: report.year.selection)
        return returns.page(try report.envelope(reading, question), asAt: question.asAt)
    }
}
