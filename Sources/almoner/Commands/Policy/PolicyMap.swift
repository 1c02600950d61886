import ArgumentParser
import GrantLedger

/// `almoner policy map`.
struct PolicyMap: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Say what the finance system calls a head of the accounts; policy show lists it.")

    @Argument(
        help: "The head, as bank or award-expenditure; HEAD/FUND for one fund alone.",
        completion: .list(Head.allCases.filter { $0.traits.set == .actual }.map(\.rawValue)),
        transform: HeadEntry.typed)
    var head: HeadEntry

    @Argument(help: "The code in the finance system.", transform: Note.typed)
    var code: Note

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note?

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [MapLedgerCode(head: head.head, fund: head.fund, code: code, reason: reason)]
    }
}
