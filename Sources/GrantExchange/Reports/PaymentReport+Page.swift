public import GrantLedger

extension PaymentReport {
    /// The report on a page.
    ///
    /// - Parameters:
    ///   - envelope: what was asked of which book.
    ///   - recipients: who receives each award.
    /// - Returns: the page.
    public func page(_ envelope: Envelope, recipients: [Code: Code]) -> Page {
        var page = Page(
            schema: "report.payments/1", heading: "Payments to recipients",
            subheading: "\(envelope.office). Pounds.", envelope: envelope)
        let made = rows.count { $0.amount > .zero && !$0.isReversed }
        page.sentences = [
            "\(made == 1 ? "1 payment" : "\(made) payments"), \(total) in all less what came back."
        ]
        page.sheets = [
            Sheet(
                columns: [
                    Column("entry", "Entry", .number), Column("date", "Date", .date),
                    Column("award", "Award"), Column("recipient", "Recipient", dropOrder: 3),
                    Column("instalment", "No.", .number), Column("year", "Year"),
                    Column("amount", "Amount", .money),
                    Column("reference", "Reference", dropOrder: 1),
                    Column("undoneBy", "Undone by", .number, visibility: .whenNotNil),
                ],
                rows: rows.map { row in
                    [
                        .number(row.entry), .date(row.date), .text(row.award.description),
                        Cell(recipients[row.award]), .number(row.instalment), Cell(row.year),
                        .money(row.amount), Cell(row.reference), Cell(row.undoneBy),
                    ]
                },
                totals: [
                    .text("Total"), .absent, .absent, .absent, .absent, .absent, .money(total),
                    .absent,
                    .absent,
                ], empty: "Nothing has been paid.")
        ]
        return page
    }
}
