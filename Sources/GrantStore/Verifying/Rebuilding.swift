import GrantLedger
import GrantSeal

/// What the records alone come to, entry by entry: chain, balances, months, rows.
///
/// Its memory grows with accounts and rows, not with the journal.
final class Rebuilding {
    let book: String
    let findings: Findings
    var chain = Chain.start
    /// The number of the last row read, sound or not.
    var lastRead = 0
    /// The number of the last sound entry.
    var last = 0
    var transfers = 0
    var batch = 0
    var recordedAt = ""
    /// Reads the records, and knows their accounts by number.
    var reading = RecordReader()
    /// Accounts in the order of their first transfer.
    var accounts: [RebuiltAccount] = []
    /// Where each account that a record names stands among them.
    var places: [Int: Int] = [:]
    var pools: [PoolKey: Int] = [:]
    var months: [MonthKey: RebuiltMonth] = [:]
    /// The months that the commit being read has moved.
    var touched: Set<MonthKey> = []
    var rows: [RowKey: Int] = [:]
    var reversed: [Int: Int] = [:]
    var closedYears: Set<String> = []
    /// Whose contact a commitment stands for.
    var commitments: [String: String] = [:]

    init(book: String, _ findings: Findings) { (self.book, self.findings) = (book, findings) }

    /// An account as the records leave it.
    struct RebuiltAccount {
        let account: Account
        let name: String
        let id: Int
        let pool: Int
        var debits: Int64 = 0
        var credits: Int64 = 0
        var entry = 0
        var line = 0
        var date = ""
        /// The first entry that was dated before one that had moved it.
        var datedBack: Int?
        let isDebitNormal: Bool
        let isFloored: Bool

        init(account: Account, name: String, id: Int, pool: Int) {
            (self.account, self.name, self.id, self.pool) = (account, name, id, pool)
            let traits = account.head.traits
            (isDebitNormal, isFloored) = (traits.debitNormal, traits.limit != nil)
        }

        mutating func move(
            _ debit: Int64, _ credit: Int64, line: Int, of entry: Int, on date: String
        ) {
            debits &+= debit
            credits &+= credit
            (self.entry, self.line) = (entry, line)
            if date < self.date, datedBack == nil { datedBack = entry }
            self.date = max(self.date, date)
        }
    }

    /// A pool: a head, fund, round, year and mark.
    struct PoolKey: Hashable {
        let head: Head
        let fund: String
        let round: String
        let year: Int
        let mark: String
    }

    /// A pool and a month.
    struct MonthKey: Hashable {
        let pool: Int
        let month: String
    }

    /// A pool's month as the records leave it.
    struct RebuiltMonth {
        var debits: Int64 = 0
        var credits: Int64 = 0
        var entry = 0

        mutating func move(_ debit: Int64, _ credit: Int64) {
            debits &+= debit
            credits &+= credit
        }
    }

    /// A row of a register; its key by bytes, for two spellings of one letter are two keys.
    struct RowKey: Hashable {
        let register: Register
        let key: [UInt8]
    }
}
