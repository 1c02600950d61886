import GrantExchange
import GrantLedger
import GrantStore

/// The whole book as tables: its registers, its spend, then entry by entry what was recorded.
struct BookTables: BookSlices {
    let book: Book
    let now: Now
    let question: [String]
    let years: YearsEntry
    let surroundings: Surroundings?

    /// What the cover of all says.
    func cover() throws -> Page {
        try read { reading in
            var page = reading.page(
                "export.book/1", "The book of \(reading.office). Pounds.",
                sentences: ["\(years.words) Every entry is here, with what it moved."])
            page.envelope.asAt = reading.today
            return page
        }
    }

    /// Hands over the registers, the journal and the accounts, never more than a slice at a time but
    /// of what is little: the match and the files that came in are handed over whole.
    func stream(to taker: any TableTaker) throws {
        try registers(to: taker)
        try taker.begin(EntrySheet.entries)
        try eachEntry { found in
            try taker.add(EntrySheet.row(found))
        }
        try taker.end(totals: nil)
        try taker.begin(EntrySheet.transfers)
        try eachEntry { found in
            for row in EntrySheet.transferRows(found.entry) { try taker.add(row) }
        }
        try taker.end(totals: nil)
        try taker.begin(EntrySheet.accounts)
        try eachBalance { found in
            guard takes(found.account.year ?? found.account.accountingYear) else { return }
            try taker.add(EntrySheet.row(found))
        }
        try taker.end(totals: nil)
    }

    private func eachEntry(_ body: (ChainedEntry) throws -> Void) throws {
        var filter = EntryFilter()
        if case .between(let first, let last) = years {
            (filter.from, filter.to) = (first.firstDay, last.lastDay)
        }
        let progress = progress(book.entries, "entries")
        defer { progress?.end() }
        try book.forEachEntry(matching: filter) { found in
            try body(found)
            progress?.advance(to: found.entry.number)
        }
    }

    private func eachBalance(_ body: (Reader.AccountBalance) throws -> Void) throws {
        let progress = try progress(read { try $0.reader.sizes().accounts }, "accounts")
        defer { progress?.end() }
        let limit = 2_000
        var done = 0
        for head in Head.allCases {
            var slice: [Reader.AccountBalance] = []
            repeat {
                slice = try book.read {
                    try $0.balances(head, after: slice.last?.account, limit: limit)
                }
                for found in slice { try body(found) }
                done += slice.count
                progress?.advance(to: done)
            } while slice.count == limit
        }
    }

    private func takes(_ year: FinancialYear?) -> Bool {
        guard case .between(let first, let last) = years else { return true }
        return year.map { (first...last).contains($0) } ?? true
    }

    /// The rows of the years asked for, and the totals of those.
    func kept(_ sheet: Sheet) -> Sheet {
        guard case .between = years,
            let place = sheet.columns.firstIndex(where: { ["year", "period"].contains($0.key) })
        else { return sheet }
        var kept = sheet
        kept.rows = sheet.rows.filter { takes(FinancialYear(String($0[place].plain.prefix(7)))) }
        kept.totals = sheet.totals?.enumerated().map { column, cell in
            guard case .money = cell else { return cell }
            return .money(
                kept.rows.map { row in
                    if case .money(let amount) = row[column] { amount } else { .zero }
                }.total)
        }
        return kept
    }
}

extension YearsEntry {
    /// Which years are told of.
    fileprivate var words: String {
        switch self {
        case .all, .open: "All years."
        case .between(let first, let last):
            first == last
                ? "Money of \(first), and entries dated in it."
                : "Money of \(first) to \(last), and entries dated in them."
        }
    }
}
