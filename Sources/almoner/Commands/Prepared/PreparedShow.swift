import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner prepared show`.
struct PreparedShow: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one prepared entry: what was asked, what it will post, what is set aside.")

    @Argument(help: "The number of the entry that prepared it.")
    var number: Int

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let row = try reading.facts.waiting(number)
        let act = try row.kind.read(row.act)
        return reading.page(
            "prepared.show/1", "Entry \(number): \(Narrative.words(row.kind, row.act))",
            sentences: [Narrative.standing(of: number, row.status)],
            facts: [
                Fact("entry", "Entry", .number(number)),
                Fact("kind", "Kind", .text(row.kind.rawValue)),
                Fact("date", "Date", .date(row.date)),
                Fact("amount", "Amount", .money(row.size)),
                Fact("user", "Prepared by", .text(row.user)),
                Fact("login", "Login", .text(row.login)),
                Fact("status", "Status", .text(row.status.rawValue)),
                Fact("reason", "Why", Cell(row.reason)),
            ],
            sheets: [
                try ActWords.sheet(of: act),
                TransferSheet.sheet(row.shown, key: "transfers", title: "Will post"),
                TransferSheet.sheet(row.setAside, key: "setAside", title: "Set aside for it"),
            ])
    }
}
