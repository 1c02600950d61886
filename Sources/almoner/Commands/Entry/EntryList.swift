import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner entry list`.
struct EntryList: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the entries of the journal.")

    @Option(
        help: "Only those about this award, bid, grant, round, fund or other code.",
        completion: .codes(.award), transform: Code.typed)
    var of: Code?

    @Option(help: "Only acts of this kind, such as make-award.", transform: Kind.typed)
    var kind: Kind?

    @Option(help: "Only those dated from this day.", transform: Day.typed)
    var from: Day?

    @Option(help: "Only those dated to this day.", transform: Day.typed)
    var to: Day?

    @Option(help: "Only the newest so many.")
    var newest: Int?

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let search = EntrySearch(about: of, kind: kind, from: from, to: to, newest: newest)
        let entries = try search.entries(reading)
        return reading.page(
            "entry.list/1", "Entries. Pounds.", sheets: [try HistorySheet.sheet(entries, reading)])
    }
}
