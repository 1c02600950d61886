import GrantExchange
import GrantLedger

/// Costs of the office itself as rows.
enum CostSheet {
    /// A row a cost, by the number of the entry that recorded it.
    static func sheet(_ costs: [Cost], key: String? = nil, title: String? = nil) -> Sheet {
        Sheet(
            key: key, title: title,
            columns: [
                Column("cost", "Entry", .number), Column("date", "Date", .date),
                Column("fund", "Fund", visibility: key == nil ? .always : .dataOnly),
                Column("year", "Year"), Column("category", "Category"),
                Column("supplier", "Supplier", isFlexible: true),
                Column(
                    "recoverableVAT", "VAT recovered", .money, visibility: .whenNotNil, dropOrder: 1
                ), Column("amount", "Amount", .money),
            ],
            rows: costs.sorted { $0.number < $1.number }.map { cost in
                [
                    .number(cost.number), .date(cost.date), .text(cost.fund.description),
                    .text(cost.year.description), .text(cost.category.description),
                    .text(cost.supplier.description), Cell(cost.recoverableVAT),
                    .money(cost.amount),
                ]
            },
            totals: [.text("Total")] + Array(repeating: .absent, count: 6)
                + [.money(costs.map(\.amount).total)],
            empty: "No cost is recorded.")
    }
}
