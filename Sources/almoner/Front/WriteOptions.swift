import ArgumentParser
import GrantExchange
import GrantLedger

/// What every command that writes takes besides its own.
struct WriteOptions: ParsableArguments, Sendable {
    @OptionGroup
    var place: BookOptions

    @Option(help: "Who does it; else ALMONER_USER, else the login.", transform: Note.typed)
    var user: Note?

    @Option(
        name: .customLong("on"), help: "The day it takes effect; today where absent.",
        transform: Day.typed)
    var date: Day?

    @Flag(help: "The date is unusual on purpose: ahead, more than a year back, before the book.")
    var historic = false

    @Flag(help: "Check and show all as if it were done, and record nothing.")
    var dryRun = false

    @Option(
        help: "A key against doing it twice: the same again answers with the first entry.",
        transform: Note.typed)
    var once: Note?

    @Option(help: "The paper's or the bank's reference.", transform: Note.typed)
    var reference: Note?

    @Option(
        parsing: .upToNextOption,
        help: "A paper behind it: a file, whose digest is recorded, or a reference.",
        completion: .file())
    var document: [String] = []

    @Option(help: "How many seconds to wait for another writer.")
    var wait: Int?

    @Option(
        help: "How the counterfoil is printed: table or json.", transform: FormOptions.format)
    var format: Format?

    mutating func validate() throws {
        if let wait, wait < 0 { throw ValidationError("--wait is a number of seconds from 0.") }
    }
}
