import ArgumentParser
import GrantExchange
import GrantLedger

/// `almoner payment list`.
struct PaymentList: ReadingCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the payments made.")

    @OptionGroup(title: "Only")
    var filter: FilterOptions

    @OptionGroup
    var place: BookOptions

    @OptionGroup
    var output: OutputOptions

    func page(_ reading: Reading) throws -> Page {
        let awards = try reading.facts.all(Award.self).filter(filter.takes)
        var rows: [(entry: Int, cells: [Cell], amount: Money)] = []
        for award in awards {
            for line in try reading.facts.all(Instalment.self, prefix: "\(award.code)#") {
                guard let number = line.payment, let entry = try reading.facts.entry(number) else {
                    continue
                }
                let amount = entry.transfers.filter { $0.credit.head == .paid }.map(\.amount).total
                rows.append(
                    (
                        number,
                        [
                            .number(number), .date(entry.date), .text(award.code.description),
                            .number(line.number), .text(award.recipient.description),
                            .text(line.year.description), .money(amount), Cell(entry.reference),
                        ], amount
                    ))
            }
        }
        rows.sort { $0.entry < $1.entry }
        let sheet = Sheet(
            columns: [
                Column("entry", "Entry", .number), Column("date", "Date", .date),
                Column("award", "Award"), Column("instalment", "No", .number),
                Column("recipient", "Recipient"), Column("year", "Year"),
                Column("amount", "Amount", .money),
                Column("reference", "Reference", visibility: .whenNotNil, wraps: true),
            ],
            rows: rows.map(\.cells),
            totals: [.text("Total")] + Array(repeating: .absent, count: 5)
                + [.money(rows.map(\.amount).total), .absent],
            empty: "Nothing is paid.")
        return reading.page("payment.list/1", "Payments. Pounds.", sheets: [sheet])
    }
}
