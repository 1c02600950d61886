public import GrantLedger

/// A journal for another accounting program on its way: an entry after the other, in constant memory
/// but for what each account comes to.
///
/// Give the opening balances first where only some years are told, then every entry, then finish. The
/// bytes go to what is handed in, in the order of the file.
public final class PlainTextJournal {
    private let format: PlainTextFormat
    private var layout: any PlainTextLayout
    private let sink: ([UInt8]) throws -> Void
    private var pending: [UInt8] = []
    private var totals = PlainTextTotals()
    private var days: ClosedRange<Day>?
    private var proved: FinancialYear?

    /// Begins a journal.
    ///
    /// - Parameters:
    ///   - format: for which program.
    ///   - envelope: what was asked of which book.
    ///   - sink: takes the bytes.
    /// - Throws: what the sink throws.
    public init(
        _ format: PlainTextFormat, _ envelope: Envelope,
        sink: @escaping ([UInt8]) throws -> Void
    ) throws {
        self.format = format
        self.sink = sink
        layout = format.layout()
        try write(layout.heading(Self.heading(envelope)))
    }

    /// Writes what accounts came to before the first day told, each set by itself.
    ///
    /// - Parameters:
    ///   - balances: accounts with debits less credits.
    ///   - day: the first day told.
    /// - Throws: what the sink throws.
    public func open(with balances: [(account: Account, amount: Money)], on day: Day) throws {
        let year = FinancialYear(containing: day)
        meet(day, year)
        for set in AccountSet.allCases {
            let held = balances.filter { $0.account.head.traits.set == set && $0.amount != .zero }
            guard !held.isEmpty else { continue }
            var transaction = PlainTextTransaction(
                day: format.day(day), words: "opening balances of the \(set.rawValue) accounts")
            for (account, amount) in held {
                transaction.postings.append(try posting(amount, account, in: year))
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
            transaction.postings.append(try posting(transfer.amount, transfer.debit, in: year))
            transaction.postings.append(try posting(-transfer.amount, transfer.credit, in: year))
        }
        if transaction.postings.isEmpty, let filler = layout.filler {
            transaction.postings = [filler]
        }
        try write(layout.text(of: transaction))
    }

    /// Writes what is proved of the accounts, and hands over the last bytes.
    public func finish() throws {
        try proveYears(before: nil)
        if let first = days?.lowerBound {
            try write(layout.ending(totals.sorted, from: format.day(first)))
        }
        try flush()
    }
}

extension PlainTextJournal {
    private func meet(_ day: Day, _ year: FinancialYear) {
        totals.note(year)
        let known = days ?? day...day
        days = min(known.lowerBound, day)...max(known.upperBound, day)
    }

    private func posting(
        _ amount: Money, _ account: Account, in year: FinancialYear
    ) throws -> PlainTextTransaction.Posting {
        let (name, isNew) = totals.move(amount, account, in: year)
        if isNew { try write(layout.declaration(of: account, name: name)) }
        return PlainTextTransaction.Posting(account: name, amount: amount)
    }

    /// Proves the balances at the end of each year that is over, and at the end of all.
    private func proveYears(before next: FinancialYear?) throws {
        guard let days else { return }
        let years = totals.years.sorted()
        if let next, let last = years.last {
            precondition(last <= next, "Entries come year after year.")
        }
        for year in years where proved.map({ $0 < year }) ?? true {
            if let next, year >= next { continue }
            let isLast = next == nil && year == years.last
            let isLonger = year.next == nil
            try prove(
                year,
                on: isLast && (isLonger || days.upperBound < year.lastDay)
                    ? days.upperBound : year.lastDay)
            proved = year
        }
    }

    private func prove(_ year: FinancialYear, on day: Day) throws {
        guard format.day(day) == day else { return }
        let lines = totals.sorted
        for set in AccountSet.allCases {
            let balances = lines.compactMap { line -> PlainTextTransaction.Posting? in
                guard line.account.head.traits.set == set else { return nil }
                return line.balance(through: year).map {
                    PlainTextTransaction.Posting(account: line.name, amount: $0)
                }
            }
            guard !balances.isEmpty else { continue }
            let words = "balances of the \(set.rawValue) accounts at the end of the day"
            try write(layout.proof(balances, words: words, on: day))
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
