import ArgumentParser
import GrantLedger

/// `almoner fund over-programme`.
struct FundOverProgramme: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "over-programme",
        abstract: "Authorise awarding above the allocation, withdraw that, or call on the reserve.")

    @Argument(help: "The fund.", completion: .codes(.fund), transform: Code.typed)
    var fund: Code

    @Option(
        help: "The round; the fund's unallocated money where absent.", completion: .codes(.round),
        transform: Code.typed)
    var round: Code?

    @Option(help: "The year of the cost.", transform: FinancialYear.typed)
    var year: FinancialYear

    @Option(parsing: .unconditional, help: "How much.", transform: Money.typed)
    var amount: Money

    @Flag(help: "Withdraw what was authorised.")
    var withdraw = false

    @Flag(help: "Meet what was awarded above the allocation from the reserve that was named.")
    var call = false

    @Option(help: "Who authorised it.", transform: Note.typed)
    var authorisedBy: Note?

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @Option(help: "Which reserve or budget bears it.", transform: Note.typed)
    var underwrittenBy: Note?

    @OptionGroup
    var write: WriteOptions

    func validate() throws {
        guard !(withdraw && call) else {
            throw ValidationError("--withdraw and --call exclude each other.")
        }
    }

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        if withdraw {
            return [
                WithdrawOverProgramming(
                    fund: fund, round: round, year: year, amount: amount, reason: reason)
            ]
        }
        guard let authorisedBy else {
            throw ValidationError("Give --authorised-by: who authorised it.")
        }
        if call {
            return [
                CallReserve(
                    fund: fund, round: round, year: year, amount: amount,
                    authorisedBy: authorisedBy, reason: reason)
            ]
        }
        guard let underwrittenBy else {
            throw ValidationError(
                "Over-programming needs --underwritten-by: which reserve or budget bears it.")
        }
        return [
            OverProgramme(
                fund: fund, round: round, year: year, amount: amount, authorisedBy: authorisedBy,
                reason: reason, underwrittenBy: underwrittenBy)
        ]
    }
}
