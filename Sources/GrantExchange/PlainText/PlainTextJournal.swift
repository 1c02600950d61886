public import GrantLedger

/// A journal for another accounting program on its way: an entry after the other, in constant memory.
///
/// Give the opening balances first where only some years are told, then every entry, then finish. The
/// bytes go to what is handed in, in the order of the file.
public final class PlainTextJournal {
    /// Hands over every account that moves in the journal, each once and always in the same order, with
    /// debits less credits by the years in which they are dated, oldest first.
    ///
    /// It is asked before the first entry and wherever balances are proved. What stands on an account
    /// before the first year told belongs to that year.
    public typealias Accounts = (
        _ body: (Account, [(year: FinancialYear, amount: Money)]) throws -> Void
    ) throws -> Void

    private let format: PlainTextFormat
    private var layout: any PlainTextLayout
    private let accounts: Accounts
    private let sink: ([UInt8]) throws -> Void
    private var pending: [UInt8] = []
    private var years: Set<FinancialYear> = []
    private var newest: Day?
    private var proved: FinancialYear?

    /// Begins a journal, and declares its accounts.
    ///
    /// - Parameters:
    ///   - format: for which program.
    ///   - envelope: what was asked of which book.
    ///   - first: no entry is dated before it.
    ///   - accounts: hands over the accounts.
    ///   - sink: takes the bytes.
    /// - Throws: what the sink and the accounts throw.
    public init(
        _ format: PlainTextFormat, _ envelope: Envelope, from first: Day,
        accounts: @escaping Accounts, sink: @escaping ([UInt8]) throws -> Void
    ) throws {
        self.format = format
        self.accounts = accounts
        self.sink = sink
        layout = format.layout()
        try write(layout.heading(Self.heading(envelope)))
        try write(layout.declarations(from: first))
        try accounts { account, _ in
            try write(layout.declaration(of: account, from: first))
        }
        try write("\n")
    }

    /// Writes what accounts came to before the first day told, each set by itself.
    ///
    /// - Parameters:
    ///   - balances: accounts with debits less credits.
    ///   - day: the first day told.
    /// - Throws: what the sink throws.
    public func open(with balances: [(account: Account, amount: Money)], on day: Day) throws {
        meet(day, FinancialYear(containing: day))
        for set in AccountSet.allCases {
            let held = balances.filter { $0.account.head.traits.set == set && $0.amount != .zero }
            guard !held.isEmpty else { continue }
            var transaction = PlainTextTransaction(
                day: format.day(day), words: "opening balances of the \(set.rawValue) accounts")
            for (account, amount) in held {
                transaction.postings.append(Self.posting(amount, account))
            }
            try write(layout.text(of: transaction))
        }
    }

    /// Writes the next entry.
    ///
    /// Entries come in order of number; where the format is read in the order of the file, year after
    /// year, in order of number within each.
    ///
    /// - Parameters:
    ///   - entry: the entry.
    ///   - chain: its chain hash, 64 hexadecimal digits.
    ///   - words: what it did.
    /// - Throws: what the sink throws.
    public func add(_ entry: Entry, chain: String, words: String) throws {
        let year = FinancialYear(containing: entry.date)
        if format.isReadInFileOrder { try proveYears(before: year) }
        meet(entry.date, year)
        var transaction = PlainTextTransaction(
            entry, chain: chain, words: words, on: format.day(entry.date))
        for transfer in entry.transfers {
            transaction.postings.append(Self.posting(transfer.amount, transfer.debit))
            transaction.postings.append(Self.posting(-transfer.amount, transfer.credit))
        }
        if transaction.postings.isEmpty, let filler = layout.filler {
            transaction.postings = [filler]
        }
        try write(layout.text(of: transaction))
    }

    /// Writes what is proved of the accounts, and hands over the last bytes.
    public func finish() throws {
        try proveYears(before: nil)
        try flush()
    }
}

extension PlainTextJournal {
    /// The end of a year, or the newest day of the last, when balances are proved.
    private typealias End = (year: FinancialYear, day: Day)

    private func meet(_ day: Day, _ year: FinancialYear) {
        years.insert(year)
        newest = max(newest ?? day, day)
    }

    private static func posting(
        _ amount: Money, _ account: Account
    ) -> PlainTextTransaction.Posting {
        PlainTextTransaction.Posting(account: account.plainTextName, amount: amount)
    }

    /// Proves the balances at the end of each year that is over, and at the end of all.
    private func proveYears(before next: FinancialYear?) throws {
        guard let newest, let last = years.max() else { return }
        if let next { precondition(last <= next, "Entries come year after year.") }
        let over = years.sorted().filter { year in
            proved.map { $0 < year } ?? true && next.map { year < $0 } ?? true
        }
        guard !over.isEmpty else { return }
        let ends = over.map { year -> End in
            let isRunning = next == nil && year == last
            let isLonger = year.next == nil
            return (year, isRunning && (isLonger || newest < year.lastDay) ? newest : year.lastDay)
        }
        try prove(ends.filter { format.day($0.day) == $0.day })
        proved = over.last
    }

    /// Proves what every account comes to, a thousand at a time.
    private func prove(_ ends: [End]) throws {
        guard !ends.isEmpty else { return }
        var waiting: [FinancialYear: [AccountSet: [PlainTextTransaction.Posting]]] = [:]
        func write(_ set: AccountSet, _ end: End) throws {
            guard let balances = waiting[end.year]?.removeValue(forKey: set) else { return }
            let words = "balances of the \(set.rawValue) accounts at the end of the day"
            try self.write(layout.proof(balances, words: words, on: end.day))
        }
        try accounts { account, moves in
            let set = account.head.traits.set
            for end in ends {
                let met = moves.prefix { $0.year <= end.year }
                guard !met.isEmpty else { continue }
                let proof = Self.posting(met.map(\.amount).total, account)
                waiting[end.year, default: [:]][set, default: []].append(proof)
                if waiting[end.year]?[set]?.count == 1_000 { try write(set, end) }
            }
        }
        for end in ends {
            for set in AccountSet.allCases { try write(set, end) }
        }
    }

    private func write(_ text: String) throws {
        pending.append(contentsOf: text.utf8)
        if pending.count > 262_144 { try flush() }
    }

    private func flush() throws {
        try sink(pending)
        pending.removeAll(keepingCapacity: true)
    }

    private static func heading(_ envelope: Envelope) -> [String] {
        [
            "\(envelope.office): the journal of \(envelope.book)",
            "\(envelope.entries) entries, newest chain hash \(envelope.chain)",
            "almoner " + envelope.question.joined(separator: " "),
            "",
            "Every transaction with a number is an entry of the book as it was recorded; debits are"
                + " above nil.",
            "Accounts: the accounting ledger under its five roots; the budget, the control and the"
                + " memorandum accounts under Equity, where each set comes to nil by itself.",
            "The parts of an account's key follow its head, the year of cost last, Whole where it has"
                + " none; dot is a full stop.",
            "In texts the per cent sign and two digits stand for a byte that a journal would take"
                + " for its own.",
        ]
    }
}
