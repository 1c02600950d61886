import GrantExchange
import GrantLedger

/// Entries as rows.
enum HistorySheet {
    /// The entries about a thing, in order.
    static func sheet(of code: Code, _ reading: Reading) throws -> Sheet {
        let entries = try EntrySearch(about: code).entries(reading)
        return try sheet(entries, reading, key: "entries", title: "Entries")
    }

    /// A row an entry.
    static func sheet(
        _ entries: [Entry], _ reading: Reading, key: String? = nil, title: String? = nil
    ) throws -> Sheet {
        var rows: [[Cell]] = []
        for entry in entries {
            let reversal = try reading.facts.reversal(of: entry.number)
            rows.append([
                .number(entry.number), .date(entry.date),
                .text(Narrative.words(entry.kind, entry.act)), .text(entry.kind.rawValue),
                Cell(entry.moved), .text(entry.user), .text(entry.recordedAt),
                Cell(entry.reference), .list(entry.flags.map(\.rawValue)),
                Cell(reversal.map { "reversed by \($0)" }),
            ])
        }
        return Sheet(
            key: key, title: title,
            columns: [
                Column("entry", "Entry", .number), Column("date", "Date", .date),
                Column("what", "What", wraps: true),
                Column("kind", "Kind", visibility: .dataOnly),
                Column("amount", "Amount", .money), Column("user", "By", dropOrder: 1),
                Column("recordedAt", "Recorded", visibility: .dataOnly),
                Column(
                    "reference", "Reference", visibility: .whenNotNil, dropOrder: 3, wraps: true),
                Column("flags", "Flags", visibility: .dataOnly),
                Column("reversed", "Reversed", visibility: .whenNotNil),
            ],
            rows: rows, empty: "No entry.")
    }
}
