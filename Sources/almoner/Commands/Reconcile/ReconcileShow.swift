import ArgumentParser
import GrantExchange
import GrantLedger
import GrantStore

/// `almoner reconcile show`.
struct ReconcileShow: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "What is matched, what is on one side alone, and the difference to nil.")

    @Option(help: "The last day that counts; today where absent.", transform: Day.typed)
    var asAt: Day?

    @Option(help: "The first day that counts; the first of all where absent.", transform: Day.typed)
    var from: Day?

    @Option(help: "The last day that counts; the same as --as-at.", transform: Day.typed)
    var to: Day?

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func validate() throws {
        guard asAt == nil || to == nil else {
            throw ValidationError("--as-at and --to say the same: give one of them.")
        }
        if let from, let last = asAt ?? to, last < from {
            throw ValidationError("\(from) comes after \(last); the earlier day is --from.")
        }
    }

    func page(_ reading: Reading) throws -> Page {
        try reconciliation(reading).page(reading.envelope)
    }

    /// The book's bank beside the bank's own lines.
    func reconciliation(_ reading: Reading) throws -> Reconciliation {
        Reconciliation(
            moves: try reading.reader.bankMoves(), lines: try reading.facts.all(BankLine.self),
            from: from, asAt: asAt ?? to ?? reading.today)
    }
}
