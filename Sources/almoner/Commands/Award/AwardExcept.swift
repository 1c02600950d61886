import ArgumentParser
import GrantLedger

/// `almoner award except`.
struct AwardExcept: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "except", abstract: "Authorise one project to have more than the cap.")

    @Argument(
        help: "The award or, before one is made, the bid.", completion: .codes(.award),
        transform: Code.typed)
    var project: Code

    @Option(
        help: "The year; absent for the cap on the award in all.", transform: FinancialYear.typed)
    var year: FinancialYear?

    @Option(parsing: .unconditional, help: "How much.", transform: Money.typed)
    var amount: Money

    @Option(help: "Who authorised it.", transform: Note.typed)
    var authorisedBy: Note

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [
            ExceptCap(
                project: project, year: year, amount: amount, authorisedBy: authorisedBy,
                reason: reason)
        ]
    }
}
