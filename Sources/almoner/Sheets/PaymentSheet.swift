import GrantExchange
import GrantLedger

/// Payments as rows.
enum PaymentSheet {
    /// A row an instalment that is paid.
    static func sheet(_ lines: [Instalment], _ reading: Reading) throws -> Sheet {
        var total = Money.zero
        var rows: [[Cell]] = []
        for line in lines {
            guard let number = line.payment, let entry = try reading.facts.entry(number) else {
                continue
            }
            let amount = entry.transfers.filter { $0.credit.head == .paid }.map(\.amount).total
            total += amount
            rows.append([
                .number(number), .date(entry.date), .text(line.award.description),
                .number(line.number),
                Cell(try reading.facts.find(Award.self, line.award)?.recipient),
                .text(line.year.description), .money(amount), Cell(entry.reference),
            ])
        }
        return Sheet(
            columns: [
                Column("entry", "Entry", .number), Column("date", "Date", .date),
                Column("award", "Award"), Column("instalment", "No", .number),
                Column("recipient", "Recipient"), Column("year", "Year"),
                Column("amount", "Amount", .money),
                Column("reference", "Reference", visibility: .whenNotNil, wraps: true),
            ],
            rows: rows,
            totals: [.text("Total")] + Array(repeating: .absent, count: 5)
                + [.money(total), .absent],
            empty: "Nothing is paid.")
    }
}
