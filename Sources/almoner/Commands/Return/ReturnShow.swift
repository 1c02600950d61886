import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner return show`.
struct ReturnShow: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one return.")

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var award: Code

    @Option(help: "What it covers: 2019/20-Q1.", transform: Period.typed)
    var period: Period

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        _ = try reading.known(Award.self, award)
        let key = MonitoringReturn.key(award, period)
        guard let report = try reading.facts.find(MonitoringReturn.self, key) else {
            throw Refusal(
                .unknownCode, "There is no return of \(award) for \(period).",
                remedy: "almoner return list --award \(award) shows what there is.",
                [.init("award", award), .init("period", period)])
        }
        return reading.page(
            "return.show/1", "Return of \(award) for \(period)",
            facts: [
                Fact("award", "Award", .text(award.description)),
                Fact("period", "Period", .text(period.description)),
                Fact("submitted", "Submitted", .date(report.submitted)),
                Fact("status", "Status", .text(report.status.rawValue)),
                Fact("reported", "Reported", .money(report.reported)),
                Fact("agreed", "Agreed", .money(report.agreed)),
                Fact("forecast", "Forecast", Cell(report.forecast)),
                Fact("reason", "Reason", Cell(report.reason)),
            ],
            sheets: ReturnSheet.parts(report))
    }
}
