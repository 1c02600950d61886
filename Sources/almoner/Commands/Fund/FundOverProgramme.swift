import ArgumentParser
import GrantLedger

/// `almoner fund over-programme`.
struct FundOverProgramme: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "over-programme",
        abstract: "Authorise awarding above the allocation, or withdraw that.")

    @Argument(help: "The fund.", transform: Code.typed)
    var fund: Code

    @Option(help: "The round; the fund's unallocated money where absent.", transform: Code.typed)
    var round: Code?

    @Option(help: "The year of the cost.", transform: FinancialYear.typed)
    var year: FinancialYear

    @Option(parsing: .unconditional, help: "How much.", transform: Money.typed)
    var amount: Money

    @Flag(help: "Withdraw what was authorised.")
    var withdraw = false

    @Option(help: "Who authorised it.", transform: Note.typed)
    var authorisedBy: Note?

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @Option(help: "Which reserve or budget bears it.", transform: Note.typed)
    var underwrittenBy: Note?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        if withdraw {
            return [
                WithdrawOverProgramming(
                    fund: fund, round: round, year: year, amount: amount, reason: reason)
            ]
        }
        guard let authorisedBy, let underwrittenBy else {
            throw ValidationError(
                "Over-programming needs --authorised-by and --underwritten-by.")
        }
        return [
            OverProgramme(
                fund: fund, round: round, year: year, amount: amount, authorisedBy: authorisedBy,
                reason: reason, underwrittenBy: underwrittenBy)
        ]
    }
}
