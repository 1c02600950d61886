import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner report payments`.
struct ReportPayments: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "payments", abstract: "What was paid to recipients, and what came back.")

    @OptionGroup
    var report: ReportOptions

    @OptionGroup(title: "Output")
    var output: OutputOptions

    @OptionGroup
    var place: BookOptions

    func page(_ reading: Reading) throws -> Page {
        let question = try report.question(reading)
        let awards = try reading.reader.rows(Award.self)
            .filter(report.filter.takes)
        let recipients = Dictionary(awards.map { ($0.code, $0.recipient) }) { $1 }
        let payments = try reading.reader.payments(
            asAt: question.asAt
        ) { award, year in
            recipients[award] != nil && (year.map { report.year.takes($0) } ?? true)
        }
        return payments.page(try report.envelope(reading, question), recipients: recipients)
    }
}
