import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner cost show`.
struct CostShow: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one cost, and what it has earned of a grant.")

    @Argument(help: "The number of the entry that recorded it.")
    var number: Int

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        guard let cost = try reading.facts.find(Cost.self, "\(number)") else {
            throw Refusal(
                .unknownEntry, "Entry \(number) recorded no cost of the office's own.",
                remedy: "almoner cost list shows them.", [.init("entry", number)])
        }
        let earnings = try reading.facts.all(Earning.self).filter { $0.source.cost == number }
        return reading.page(
            "cost.show/1", "Cost \(number): \(cost.supplier)",
            facts: [
                Fact("cost", "Entry", .number(number)),
                Fact("date", "Date", .date(cost.date)),
                Fact("fund", "Fund", .text(cost.fund.description)),
                Fact("year", "Year of the cost", .text(cost.year.description)),
                Fact("category", "Category", .text(cost.category.description)),
                Fact("supplier", "Supplier", .text(cost.supplier.description)),
                Fact("amount", "Amount", .money(cost.amount)),
                Fact("recoverableVAT", "VAT recovered", Cell(cost.recoverableVAT)),
            ],
            sheets: [
                Sheet(
                    key: "earned", title: "Earned",
                    columns: [Column("grant", "Grant"), Column("amount", "Amount", .money)],
                    rows: earnings.map { [.text($0.grant.description), .money($0.amount)] },
                    totals: [.text("Total"), .money(earnings.map(\.amount).total)],
                    empty: "Nothing.")
            ])
    }
}
