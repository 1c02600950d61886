import GRDB
import GrantLedger
import GrantSeal

/// What the records alone come to, entry by entry: chain, balances, months, rows.
///
/// It reads each record where its bytes lie. Its memory grows by some bytes an account, not with the
/// journal.
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
    /// Accounts in the order of their first transfer.
    var accounts = RebuiltAccounts()
    /// Pools in the order of their first transfer; the first has the number 1.
    var pools: [PoolKey] = []
    var poolNumbers: [PoolKey: Int32] = [:]
    var months: [MonthKey: RebuiltMonth] = [:]
    /// The months that the commit being read has moved.
    var touched: [MonthKey] = []
    /// The first entry that was dated before one that had moved an account with a limit, by its place.
    var datedBack: [Int: Int] = [:]
    var reversed: [Int: Int] = [:]
    var closedYears: Set<String> = []
    /// Whose contact a commitment stands for.
    var commitments: [String: String] = [:]

    init(book: String, _ findings: Findings) { (self.book, self.findings) = (book, findings) }

    /// A pool and a month: `201904`.
    struct MonthKey: Hashable {
        let pool: Int32
        let month: Int32
    }

    /// A pool's month as the records leave it.
    struct RebuiltMonth {
        var debits: Int64 = 0
        var credits: Int64 = 0
        /// The newest entry of the last commit that moved it.
        var entry = 0
        /// The first entry of that commit.
        var batch = 0
    }

    /// Stamps the months that a commit has moved with its newest entry.
    func settleMonths() {
        for month in touched { months[month]?.entry = last }
        touched.removeAll(keepingCapacity: true)
    }

    /// What a finding shows of a value.
    static func said(_ value: Int?) -> String { value.map(String.init) ?? "nothing" }
    /// What a finding shows of a text.
    static func said(_ value: String?) -> String { value.map { "“\($0)”" } ?? "nothing" }
    /// What a finding shows of stored bytes.
    static func said(_ value: UnsafeRawBufferPointer?) -> String {
        said(value.map { String(decoding: $0, as: UTF8.self) })
    }
}

extension RebuiltAccount {
    /// Takes a debit or a credit of an entry dated on a day.
    ///
    /// - Returns: whether an entry that moved it before is dated later.
    mutating func move(
        _ debit: Int64, _ credit: Int64, entry: Int, line: Int, on date: Int32
    ) -> Bool {
        debits &+= debit
        credits &+= credit
        self.entry = UInt32(truncatingIfNeeded: entry)
        self.line = UInt32(truncatingIfNeeded: line)
        let isDatedBack = date < self.date
        self.date = max(self.date, date)
        return isDatedBack
    }
}

extension Day {
    /// Year, month and day as one number: 20190405.
    var compact: Int32 { Int32(year * 10_000 + month * 100 + day) }

    /// The day of such a number, or nil.
    init?(compact: Int32) {
        let number = Int(compact)
        self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
}
