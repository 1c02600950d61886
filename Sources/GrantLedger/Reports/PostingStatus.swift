/// What went to the finance system and what has not yet, against the trial balance, by ledger code.
public struct PostingStatus: Hashable, Sendable {
    /// One ledger code; debits are above nil, credits below.
    public struct Row: Hashable, Sendable {
        /// The code in the finance system; nil for a head that has none.
        public let code: Note?
        /// The heads whose code it is today.
        public var heads: [Head] = []
        /// What all journals brought to it, by the codes of their time.
        public var posted = Money.zero
        /// What no journal has brought yet.
        public var unposted = Money.zero
        /// What the accounts with that code come to.
        public var trialBalance = Money.zero

        /// What the finance system lacks or has too much; nil where all agrees.
        public var difference: Money { posted + unposted - trialBalance }
    }

    /// What went to the finance system by one entry.
    public struct Journal: Hashable, Sendable {
        /// As it was recorded.
        public let posted: PostedMonth
        /// The codes as they stood then.
        public let codes: LedgerCodes
        /// What its entries moved, account by account.
        public let moved: [Account: Balance]

        /// Creates one.
        public init(posted: PostedMonth, codes: LedgerCodes, moved: [Account: Balance]) {
            (self.posted, self.codes, self.moved) = (posted, codes, moved)
        }
    }

    /// A row a code in the order of the codes, then one for each head without.
    public let rows: [Row]
    /// The journals in the order in which they went.
    public let journals: [PostedMonth]

    /// Creates the status.
    ///
    /// - Parameters:
    ///   - journals: what went, oldest first.
    ///   - unposted: what the entries that went in none moved.
    ///   - balances: every account of the actual set, as it is kept.
    ///   - codes: the codes as they stand.
    public init(
        journals: [Journal], unposted: [Account: Balance], balances: [Account: Balance],
        codes: LedgerCodes
    ) {
        var rows: [Key: Row] = [:]
        func add(
            _ moved: [Account: Balance], _ codes: LedgerCodes, to place: WritableKeyPath<Row, Money>
        ) {
            for (account, balance) in moved {
                let code = codes.code(of: account)
                let key = Key(code: code, head: code == nil ? account.head : nil)
                rows[key, default: Row(code: code)][keyPath: place] +=
                    balance.debits - balance.credits
            }
        }
        for journal in journals { add(journal.moved, journal.codes, to: \.posted) }
        add(unposted, codes, to: \.unposted)
        add(balances, codes, to: \.trialBalance)
        for account in balances.keys {
            let code = codes.code(of: account)
            let key = Key(code: code, head: code == nil ? account.head : nil)
            rows[key]?.heads.append(account.head)
        }
        self.journals = journals.map(\.posted)
        self.rows = rows.map { key, row in
            var row = row
            let used = Set(row.heads)
            row.heads = Head.allCases.filter(used.contains)
            return (key, row)
        }.sorted { $0.0.order.lexicographicallyPrecedes($1.0.order) }.map(\.1)
    }

    /// The rows on which posted and not yet posted do not come to the trial balance.
    public var differing: [Row] { rows.filter { $0.difference != .zero } }

    private struct Key: Hashable {
        let code: Note?
        let head: Head?

        var order: [String] {
            [code == nil ? "1" : "0", code?.description ?? "", head?.rawValue ?? ""]
        }
    }
}
