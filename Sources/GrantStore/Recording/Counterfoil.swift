public import GrantLedger

/// What the book gives back for an entry.
public struct Counterfoil: Hashable, Sendable {
    /// The entry's number.
    public let entry: Int
    /// The first entry of the same commit.
    public let batch: Int
    /// Its chain hash, 64 hexadecimal digits.
    public let chain: String
    /// The day it takes effect.
    public let date: Day
    /// The clock when it was recorded.
    public let recordedAt: String
    /// The act's kind.
    public let kind: Kind
    /// The act as the record spells it; its tree is larger, and a commit keeps all its counterfoils.
    public let act: String
    /// Whether it was tried only, and nothing written.
    public let dryRun: Bool
    /// Whether the entry was there before, recorded under the same key.
    public let repeated: Bool
    /// What an auditor should see.
    public let flags: [Flag]
    /// The accounts with a limit that it moved, in the order of its transfers.
    public let moved: [Moved]

    /// An account with a limit, before and after an entry.
    public struct Moved: Hashable, Sendable {
        /// The account.
        public let account: Account
        /// The limit it holds.
        public let limit: Refusal.Reason
        /// Its balance before, in its normal direction.
        public let before: Money
        /// Its balance after.
        public let after: Money
    }

    init(_ entry: Entry, chain: String, dryRun: Bool, repeated: Bool, moved: [Moved]) {
        self.entry = entry.number
        batch = entry.batch
        self.chain = chain
        date = entry.date
        recordedAt = entry.recordedAt
        kind = entry.kind
        act = String(decoding: entry.act.bytes, as: UTF8.self)
        self.dryRun = dryRun
        self.repeated = repeated
        flags = entry.flags
        self.moved = moved
    }
}

extension [Transfer] {
    /// The accounts with a limit that they move, each once in their order, with the change.
    var limitedChanges: [(account: Account, limit: Refusal.Reason, change: Money)] {
        var order: [(Account, Refusal.Reason)] = []
        var changes: [Account: Money] = [:]
        func change(_ account: Account, _ amount: Money, isDebit: Bool) {
            guard let limit = account.head.traits.limit else { return }
            let raises = isDebit == account.head.traits.debitNormal
            let before = changes[account]
            if before == nil { order.append((account, limit)) }
            changes[account] = (before ?? .zero) + (raises ? amount : -amount)
        }
        for transfer in self {
            change(transfer.debit, transfer.amount, isDebit: true)
            change(transfer.credit, transfer.amount, isDebit: false)
        }
        return order.map { ($0, $1, changes[$0] ?? .zero) }
    }
}
