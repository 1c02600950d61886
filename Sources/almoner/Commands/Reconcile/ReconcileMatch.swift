import ArgumentParser
import GrantLedger

/// `almoner reconcile match`.
struct ReconcileMatch: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "match", abstract: "Say which entries a line of the bank is.")

    @Argument(help: "The line, by the entry that noted it.")
    var line: Int

    @Option(
        parsing: .upToNextOption,
        help: "The entries it is; together they come to its amount. Repeat it or give several.")
    var entry: [Int]

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [MatchBankLine(line: line, entries: entry)]
    }
}
