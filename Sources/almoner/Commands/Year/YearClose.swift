import ArgumentParser
import GrantLedger

/// `almoner year close`.
struct YearClose: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Close a year as of 31 March; its accruals are taken back on 1 April.",
        discussion: "almoner year status YEAR lists what stands in the way.")

    @Argument(help: "The year.", transform: FinancialYear.typed)
    var year: FinancialYear

    @Option(
        help: "Why match that is required was not found, or a minimum not met.",
        transform: Note.typed)
    var explain: Note?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        try year.checkOver(now)
        let accruals = try facts.all(Estimate.self)
            .filter { $0.period.year == year && $0.status == .accrued }
        return [CloseYear(year: year, explanation: explain)]
            + accruals.map { ReverseAccrual(award: $0.award, period: $0.period) }
    }

    func day(of act: any Act, _ facts: Facts) throws -> Day? {
        if act is ReverseAccrual { return year.next?.firstDay }
        return write.date == nil ? year.lastDay : nil
    }
}
