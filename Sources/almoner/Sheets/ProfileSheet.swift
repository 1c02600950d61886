import GrantExchange
import GrantLedger

/// A profile as rows.
enum ProfileSheet {
    /// A row a line of the profile.
    static func sheet(_ profile: Profile, title: String) -> Sheet {
        Sheet(
            key: "profile", title: title,
            columns: [
                Column("year", "Year"), Column("quarter", "Quarter", visibility: .whenNotNil),
                Column("fund", "Fund", visibility: .whenNotNil),
                Column("category", "Category", visibility: .whenNotNil),
                Column("amount", "Amount", .money),
            ],
            rows: profile.map { line in
                [
                    .text(line.year.description), Cell(line.quarter.map { "Q\($0)" }),
                    Cell(line.fund), Cell(line.category), .money(line.amount),
                ]
            },
            totals: [.text("Total"), .absent, .absent, .absent, .money(profile.total)])
    }
}
