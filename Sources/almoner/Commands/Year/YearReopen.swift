import ArgumentParser
import GrantLedger

/// `almoner year reopen`.
struct YearReopen: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: "Open a closed year again, on a second person's authority.",
        discussion: """
            The accruals that the close took back stand again, but for those that a return was \
            accepted against since.
            """)

    @Argument(help: "The year.", transform: FinancialYear.typed)
    var year: FinancialYear

    @Option(help: "Who authorised it.", transform: Note.typed)
    var authorisedBy: Note

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        let reversals = try facts.accrualReversals(of: year)
            .map { ReverseEntry(entry: $0, reason: reason) }
        return reversals + [ReopenYear(year: year, authorisedBy: authorisedBy, reason: reason)]
    }

    func day(of act: any Act, _ facts: Facts) throws -> Day? {
        if let act = act as? ReverseEntry { return try facts.entry(act.entry)?.date }
        return write.date == nil ? year.lastDay : nil
    }
}
