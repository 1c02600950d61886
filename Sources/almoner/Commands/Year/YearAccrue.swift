import ArgumentParser
import GrantLedger

/// `almoner year accrue`.
struct YearAccrue: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "accrue",
        abstract: "Charge every estimate of a year to it, as of 31 March.",
        discussion: """
            An estimate whose return was accepted since is left out. The close takes the accruals \
            back on 1 April.
            """)

    @Argument(help: "The year.", transform: FinancialYear.typed)
    var year: FinancialYear

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        try year.checkOver(now, unless: write.date != nil)
        return try facts.all(Estimate.self)
            .filter { $0.period.year == year && $0.status == .estimated }
            .filter { estimate in
                try facts.look(MonitoringReturn.self, estimate.key)?.status != .accepted
            }
            .map { AccrueReturn(award: $0.award, period: $0.period) }
    }

    func day(of act: any Act, _ facts: Facts) throws -> Day? {
        write.date == nil ? year.lastDay : nil
    }
}

extension FinancialYear {
    /// Checks that a year is over, so that something can be recorded as of its last day.
    func checkOver(_ now: Now, unless isMeant: Bool = false) throws {
        guard !isMeant, now.today < lastDay else { return }
        throw Refusal(
            .yearNotOver, "\(self) ends on \(lastDay.prose), and today is \(now.today.prose).",
            remedy: "Wait until it is over.", [.init("year", self), .init("today", now.today)])
    }
}
