/// A month's journal for the finance system: the actual set by ledger code, in balance.
public struct PostingJournal: Hashable, Sendable {
    /// What one entry debits or credits to one ledger code, for one fund and award or grant.
    public struct Line: Hashable, Sendable {
        /// The entry.
        public let entry: Int
        /// Its date.
        public let date: Day
        /// The code in the finance system.
        public let code: Note
        /// The fund whose money it is.
        public let fund: Code?
        /// The award or grant it is kept for.
        public let owner: Code?
        /// What is debited; nil on a line that credits.
        public var debit: Money
        /// What is credited; nil on a line that debits.
        public var credit: Money
    }

    /// The debits and credits of one ledger code.
    public struct Sum: Hashable, Sendable {
        /// The code in the finance system.
        public let code: Note
        /// All its debits.
        public let debit: Money
        /// All its credits.
        public let credit: Money
    }

    /// The last day of the month.
    public let through: Day
    /// The lines in the order of their entries; debits before credits, then by code.
    public let lines: [Line]

    /// Creates the journal of some entries.
    ///
    /// - Parameters:
    ///   - through: the last day of the month.
    ///   - entries: those in it, in their order.
    ///   - codes: what the finance system calls the heads.
    /// - Throws: the ledger's no where a head that is used has no code; it names them all.
    public init(through: Day, entries: [Entry], codes: LedgerCodes) throws(Stop) {
        let accounts = entries.flatMap(\.accountTransfers).flatMap { [$0.debit, $0.credit] }
        let missing = codes.missing(accounts)
        guard missing.isEmpty else { throw .refused(.notMapped(missing)) }
        self.through = through
        lines = entries.flatMap { Self.lines(of: $0, codes) }
    }

    /// The first day of the month.
    public var first: Day { Day(year: through.year, month: through.month, day: 1) ?? through }
    /// The entries in it, each once.
    public var entries: Int { Set(lines.map(\.entry)).count }
    /// The sum of its debits, which is that of its credits.
    public var total: Money { lines.map(\.debit).total }

    /// Its lines of entries dated in an earlier month.
    public var late: [Line] { lines.filter { $0.date < first } }

    /// Debits and credits by ledger code, in the order of the codes.
    public var sums: [Sum] {
        Dictionary(grouping: lines, by: \.code).map { code, lines in
            Sum(code: code, debit: lines.map(\.debit).total, credit: lines.map(\.credit).total)
        }.sorted { $0.code.description < $1.code.description }
    }

    private struct Key: Hashable {
        let code: Note
        let fund: Code?
        let owner: Code?
    }

    private static func lines(of entry: Entry, _ codes: LedgerCodes) -> [Line] {
        let transfers = entry.accountTransfers
        let debits = transfers.map { ($0.debit, $0.amount) }
        let credits = transfers.map { ($0.credit, $0.amount) }
        return sums(debits, codes).map { key, amount in
            Line(
                entry: entry.number, date: entry.date, code: key.code, fund: key.fund,
                owner: key.owner, debit: amount, credit: .zero)
        }
            + sums(credits, codes).map { key, amount in
                Line(
                    entry: entry.number, date: entry.date, code: key.code, fund: key.fund,
                    owner: key.owner, debit: .zero, credit: amount)
            }
    }

    private static func sums(
        _ moves: [(Account, Money)], _ codes: LedgerCodes
    ) -> [(key: Key, amount: Money)] {
        var sums: [Key: Money] = [:]
        for (account, amount) in moves {
            guard let code = codes.code(of: account) else { continue }
            let key = Key(code: code, fund: codes.fund(of: account), owner: account.owner)
            sums[key, default: .zero] += amount
        }
        func order(_ key: Key) -> [String] {
            [key.code.description, key.fund?.description ?? "", key.owner?.description ?? ""]
        }
        return sums.map { ($0.key, $0.value) }.sorted {
            order($0.0).lexicographicallyPrecedes(order($1.0))
        }
    }
}

extension Entry {
    /// What it moves in the accounting ledger.
    public var accountTransfers: [Transfer] {
        transfers.filter { $0.debit.head.traits.set == .actual }
    }
}

extension Refusal {
    /// Heads that are used have no ledger code.
    static func notMapped(_ missing: [(head: Head, funds: [Code])]) -> Refusal {
        let names = missing.map(\.head.rawValue)
        let what = names.count == 1 ? "A head is used" : "\(names.count) heads are used"
        return Refusal(
            .notMapped,
            "\(what) that the finance system has no code for: \(names.joined(separator: ", ")).",
            remedy: "Map "
                + (names.count == 1 ? "it" : "each") + ", perhaps by fund (HEAD/FUND): "
                + names.map { "almoner policy map \($0) LEDGER-CODE" }.joined(separator: "; ")
                + ".",
            [.init("heads", names.joined(separator: " "))])
    }
}
