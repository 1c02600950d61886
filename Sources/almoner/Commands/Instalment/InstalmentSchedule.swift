import ArgumentParser
import GrantLedger

/// `almoner instalment schedule`.
struct InstalmentSchedule: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule", abstract: "Plan one payment of an award, or four quarterly ones.")

    @Argument(help: "The award.", completion: .codes(.award), transform: Code.typed)
    var award: Code

    @Option(
        help: "The fund, where it has several.", completion: .codes(.fund), transform: Code.typed)
    var fund: Code?

    @Option(help: "The year of the cost.", transform: FinancialYear.typed)
    var year: FinancialYear

    @Option(
        parsing: .unconditional, help: "How much; all that is unscheduled where absent.",
        transform: Money.typed)
    var amount: Money?

    @Option(help: "When it is due.", transform: Day.typed)
    var due: Day?

    @Flag(help: "Four payments, due on the first day of each quarter.")
    var quarterly = false

    @Option(
        help: "The return it waits for, or none; as the policy says where absent.",
        transform: WaitEntry.typed)
    var afterReturn: WaitEntry?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        guard quarterly == (due == nil) else {
            throw ValidationError("Give --due DATE for one payment, or --quarterly for four.")
        }
        return [
            ScheduleInstalments(
                award: award, fund: fund, year: year, amount: amount, due: due,
                wait: afterReturn?.wait ?? .policy)
        ]
    }
}
