import GrantExchange
import GrantLedger
import GrantStore

/// The journal and the accounts as rows for data, each made from what is at hand alone.
enum EntrySheet {
    /// The heading of entries.
    static let entries = Sheet(
        key: "entries", title: "Entries",
        columns: [
            Column("entry", "Entry", .number), Column("date", "Date", .date),
            Column("recordedAt", "Recorded"), Column("what", "What", isFlexible: true),
            Column("kind", "Kind"), Column("amount", "Amount", .money), Column("user", "By"),
            Column("login", "Login"), Column("approver", "Approved by"),
            Column("reverses", "Reverses", .number), Column("batch", "Batch", .number),
            Column("reference", "Reference", isFlexible: true), Column("flags", "Flags"),
            Column("documents", "Papers", isFlexible: true), Column("chain", "Chain"),
        ],
        empty: "No entry.")

    /// The heading of transfers.
    static let transfers = Sheet(
        key: "transfers", title: "Transfers",
        columns: [
            Column("entry", "Entry", .number), Column("date", "Date", .date),
            Column("set", "Set"), Column("debit", "Debit", isFlexible: true),
            Column("credit", "Credit", isFlexible: true), Column("amount", "Amount", .money),
        ],
        empty: "Nothing has moved.")

    /// The heading of accounts.
    static let accounts = Sheet(
        key: "accounts", title: "Accounts",
        columns: [
            Column("account", "Account", isFlexible: true), Column("set", "Set"),
            Column("head", "Head"), Column("fund", "Fund"), Column("round", "Round"),
            Column("award", "Award"), Column("bid", "Bid"), Column("grant", "Grant"),
            Column("category", "Category"), Column("year", "Year"), Column("period", "Period"),
            Column("mark", "Mark"), Column("debits", "Debits", .money),
            Column("credits", "Credits", .money), Column("balance", "Balance", .money),
        ],
        empty: "Nothing has moved.")

    /// A row of an entry.
    static func row(_ found: ChainedEntry) -> [Cell] {
        let entry = found.entry
        return [
            .number(entry.number), .date(entry.date), .text(entry.recordedAt),
            .text(Narrative.words(entry.kind, entry.act)), .text(entry.kind.rawValue),
            Cell(entry.moved), .text(entry.user), .text(entry.login), Cell(entry.approver),
            Cell(entry.reverses), .number(entry.batch), Cell(entry.reference),
            .list(entry.flags.map(\.rawValue)), .list(entry.documents.map(\.name)),
            .text(found.chain),
        ]
    }

    /// A row for each transfer of an entry.
    static func transferRows(_ entry: Entry) -> [[Cell]] {
        entry.transfers.map { transfer in
            [
                .number(entry.number), .date(entry.date),
                .text(transfer.debit.head.traits.set.rawValue),
                .text(transfer.debit.description), .text(transfer.credit.description),
                .money(transfer.amount),
            ]
        }
    }

    /// A row of an account.
    static func row(_ found: Reader.AccountBalance) -> [Cell] {
        let account = found.account
        return [
            .text(account.description), .text(account.head.traits.set.rawValue),
            .text(account.head.rawValue), Cell(account.fund), Cell(account.round),
            Cell(account.award), Cell(account.bid), Cell(account.grant), Cell(account.category),
            Cell(account.year), Cell(account.period), Cell(account.mark?.rawValue),
            .money(found.balance.debits), .money(found.balance.credits), .money(found.amount),
        ]
    }
}
