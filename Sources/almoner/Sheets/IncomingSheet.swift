import GrantExchange
import GrantLedger

/// What came in from files, as rows.
enum IncomingSheet {
    /// A row a file that was imported.
    static func files(_ reading: Reading) throws -> Sheet {
        Sheet(
            key: "imports", title: "Imports",
            columns: [
                Column("entry", "Entry", .number), Column("kind", "Of"),
                Column("profile", "Profile"), Column("file", "File", isFlexible: true),
                Column("sha256", "SHA-256", visibility: .dataOnly),
                Column("rows", "Rows", .number), Column("recorded", "Recorded", .number),
                Column("seen", "Seen before", .number), Column("setAside", "Set aside", .number),
                Column("total", "Total", .money),
            ],
            rows: try reading.facts.all(ImportedFile.self).sorted { $0.number < $1.number }.map {
                [
                    .number($0.number), .text($0.kind.rawValue), .text($0.profile.description),
                    .text($0.file.description), .text($0.sha256.description), .number($0.rows),
                    .number($0.recorded), .number($0.seen), .number($0.setAside), Cell($0.total),
                ]
            },
            empty: "No file was imported.")
    }

    /// A row a line of the bank.
    static func bankLines(_ lines: [BankLine]) -> Sheet {
        Sheet(
            key: "bank-lines", title: "Bank lines",
            columns: [
                Column("entry", "Entry", .number), Column("date", "Date", .date),
                Column("amount", "Amount", .money), Column("text", "Text", isFlexible: true),
                Column("reference", "Reference"), Column("entries", "Entries it is"),
                Column("elsewhere", "Why none of this book's", wraps: true),
            ],
            rows: lines.map {
                [
                    .number($0.number), .date($0.date), .money($0.amount), Cell($0.text),
                    Cell($0.reference), .list($0.entries.map(String.init)), Cell($0.elsewhere),
                ]
            },
            empty: "No line of the bank is noted.")
    }
}
