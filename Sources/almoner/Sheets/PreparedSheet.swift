import GrantExchange
import GrantLedger

/// Prepared entries as rows.
enum PreparedSheet {
    /// A row an entry, oldest first.
    static func sheet(
        _ rows: [Prepared], key: String? = nil, title: String? = nil, empty: String = "None."
    ) -> Sheet {
        Sheet(
            key: key, title: title,
            columns: [
                Column("entry", "Entry", .number), Column("date", "Date", .date),
                Column("what", "What", wraps: true),
                Column("kind", "Kind", visibility: .dataOnly),
                Column("amount", "Amount", .money), Column("user", "By"),
                Column("login", "Login", visibility: .dataOnly), Column("status", "Status"),
                Column("reason", "Why", visibility: .whenNotNil, wraps: true),
            ],
            rows: rows.sorted { $0.number < $1.number }.map { row in
                [
                    .number(row.number), .date(row.date),
                    .text(Narrative.words(row.kind, row.act)), .text(row.kind.rawValue),
                    .money(row.size), .text(row.user), .text(row.login),
                    .text(row.status.rawValue), Cell(row.reason),
                ]
            },
            empty: empty)
    }
}
