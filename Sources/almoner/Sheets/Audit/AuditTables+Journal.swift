import GrantExchange
import GrantLedger
import GrantStore

extension AuditTables {
    /// The entries, their transfers and their papers.
    func journal(to taker: any TableTaker) throws {
        try table(taker, Self.entries) { add in
            try eachEntry { found, _ in try add(Self.row(found.entry, found.chain)) }
        }
        try table(taker, Self.transfers) { add in
            try eachEntry { found, _ in
                for (line, transfer) in zip(1..., found.entry.transfers) {
                    try add(Self.row(transfer, line, of: found.entry))
                }
            }
        }
        try table(taker, Self.documents) { add in
            try eachEntry { found, _ in
                for (line, paper) in zip(1..., found.entry.documents) {
                    try add(Self.row(paper, line, of: found.entry))
                }
            }
        }
    }

    private static let entries = Sheet(
        key: "entries", title: "Entries",
        columns: [
            Column("entry", "Entry", .number), Column("date", "Date", .date),
            Column("year", "Year"), Column("recordedAt", "Recorded"),
            Column("yearsOfCost", "Years of cost"), Column("kind", "Kind"),
            Column("amount", "Amount", .money), Column("user", "By"), Column("login", "Login"),
            Column("approver", "Approved by"), Column("approverLogin", "Approver's login"),
            Column("prepared", "Prepared by entry", .number),
            Column("reverses", "Reverses", .number), Column("batch", "Batch", .number),
            Column("key", "Key"), Column("reference", "Reference"), Column("flags", "Flags"),
            Column("papers", "Papers", .number), Column("rules", "Rules", .number),
            Column("chain", "Chain"), Column("what", "What", isFlexible: true),
        ], empty: "No entry.")

    private static func row(_ entry: Entry, _ chain: String) -> [Cell] {
        [
            .number(entry.number), .date(entry.date), .text(entry.year), .text(entry.recordedAt),
            .list(entry.yearsOfCost), .text(entry.kind.rawValue), Cell(entry.moved),
            .text(entry.user), .text(entry.login), Cell(entry.approver),
            Cell(entry.approverLogin), Cell(entry.prepared), Cell(entry.reverses),
            .number(entry.batch), Cell(entry.key), Cell(entry.reference),
            .list(entry.flags.map(\.rawValue)), .number(entry.documents.count),
            .number(entry.rules), .text(chain), .text(Narrative.words(entry.kind, entry.act)),
        ]
    }

    private static let transfers = Sheet(
        key: "transfers", title: "Transfers",
        columns: [
            Column("entry", "Entry", .number), Column("line", "Line", .number),
            Column("date", "Date", .date), Column("year", "Year"), Column("set", "Set"),
            Column("debit", "Debit", isFlexible: true),
            Column("credit", "Credit", isFlexible: true),
            Column("debitYear", "Debit's year of cost"),
            Column("creditYear", "Credit's year of cost"), Column("amount", "Amount", .money),
        ], empty: "Nothing has moved.")

    private static func row(_ transfer: Transfer, _ line: Int, of entry: Entry) -> [Cell] {
        [
            .number(entry.number), .number(line), .date(entry.date), .text(entry.year),
            .text(transfer.debit.head.traits.set.rawValue), .text(transfer.debit.description),
            .text(transfer.credit.description), Cell(transfer.debit.year),
            Cell(transfer.credit.year), .money(transfer.amount),
        ]
    }

    private static let documents = Sheet(
        key: "documents", title: "Documents",
        columns: [
            Column("entry", "Entry", .number), Column("date", "Date", .date),
            Column("line", "Line", .number), Column("name", "Name", isFlexible: true),
            Column("size", "Bytes", .number), Column("sha256", "SHA-256"),
            Column("row", "Row", .number),
        ], empty: "No paper is named.")

    private static func row(_ paper: Document, _ line: Int, of entry: Entry) -> [Cell] {
        [
            .number(entry.number), .date(entry.date), .number(line), .text(paper.name),
            Cell(paper.size), Cell(paper.sha256), Cell(paper.row),
        ]
    }
}
