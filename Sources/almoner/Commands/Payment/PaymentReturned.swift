import ArgumentParser
import GrantLedger

/// `almoner payment returned`.
struct PaymentReturned: RecordingCommand {
    static let configuration = CommandConfiguration(
        commandName: "returned", abstract: "Take in a payment that the bank sent back.")

    @Argument(help: "The entry that paid.")
    var entry: Int

    @Option(help: "Why.", transform: Note.typed)
    var reason: Note

    @OptionGroup
    var write: WriteOptions

    func acts(_ facts: Facts, _ now: Now) throws -> [any Act] {
        [ReturnPayment(entry: entry, reason: reason)]
    }
}
