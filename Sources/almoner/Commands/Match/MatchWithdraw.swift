import ArgumentParser
import GrantLedger

/// `almoner match withdraw`.
struct MatchWithdraw: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Take match back, the least sure first.")

    @OptionGroup
    var match: MatchOptions

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        let (award, grant) = try match.owner(facts)
        return [
            WithdrawMatch(
                award: award, grant: grant, from: match.from, kind: match.kind, year: match.year,
                amount: match.amount, reason: reason)
        ]
    }
}
