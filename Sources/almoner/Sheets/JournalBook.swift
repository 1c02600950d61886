import GrantExchange
import GrantLedger
import GrantStore

/// A book told as a journal that another accounting program reads.
struct JournalBook {
    /// The book.
    let book: Book
    /// Entries dated in which years.
    let years: YearsEntry
    /// What was asked of it.
    let envelope: Envelope
    /// Where it is shown how far it has come; nil where its own lines are.
    let place: Surroundings?

    init(
        _ place: BookOptions, _ years: YearsEntry, in surroundings: Surroundings, isShown: Bool
    ) throws {
        if case .open = years {
            throw NotAccepted("an export is of all years or of some: 2019/20 or 2019/20..2021/22.")
        }
        let opened = try Book(reading: try place.file(in: surroundings))
        try Warnings(opened).print(in: surroundings)
        let book = try opened.asKnown(at: opened.entries)
        self.book = book
        self.years = years
        self.place = isShown ? surroundings : nil
        envelope = try book.read { reader in
            try Reading(
                book: book, reader: reader, now: try surroundings.now(),
                question: surroundings.question
            ).envelope
        }
    }

    /// Writes the journal, never more than a slice of the entries or the accounts in memory.
    func write(_ format: PlainTextFormat, to sink: @escaping ([UInt8]) throws -> Void) throws {
        let progress = Progress.shown(book.entries, "entries", in: place)
        defer { progress?.end() }
        let journal = try PlainTextJournal(
            format, envelope, from: try firstDay(),
            accounts: { body in
                progress?.end()
                try eachAccount(body)
            }, sink: sink)
        if case .between(let first, _) = years, let before = first.firstDay.adding(days: -1) {
            let held = try book.read { try $0.balances(Set(Head.allCases), asAt: before) }
            try journal.open(
                with: held.map { ($0.account, $0.balance.debits - $0.balance.credits) },
                on: first.firstDay)
        }
        for filter in try filters(of: format) {
            try book.forEachEntry(matching: filter) { found in
                let entry = found.entry
                try journal.add(
                    entry, chain: found.chain, words: Narrative.words(entry.kind, entry.act))
                progress?.advance(to: entry.number)
            }
        }
        try journal.finish()
    }

    /// The first day of the years told of, else that of the earliest entry.
    private func firstDay() throws -> Day {
        if case .between(let first, _) = years { return first.firstDay }
        guard let first = try book.read({ try $0.dates()?.lowerBound }) else {
            throw BookFault.damaged(what: "it has no entries")
        }
        return first
    }

    /// Hands over the accounts that move in the years told of.
    private func eachAccount(
        _ body: (Account, [(year: FinancialYear, amount: Money)]) throws -> Void
    ) throws {
        let progress = try Progress.shown(
            try book.read { try $0.sizes().accounts }, "accounts", in: place)
        defer { progress?.end() }
        var done = 0
        var after = ""
        while true {
            let slice = try book.read { try $0.yearlyBalances(after: after, limit: 2_000) }
            guard let last = slice.last else { return }
            for found in slice {
                let moves = told(
                    found.years.map { ($0.year, $0.balance.debits - $0.balance.credits) })
                if !moves.isEmpty { try body(found.account, moves) }
            }
            after = last.account.description
            done += slice.count
            progress?.advance(to: done)
        }
    }

    /// What moved in the years told of; what stood there before belongs to the first of them.
    private func told(
        _ moves: [(year: FinancialYear, amount: Money)]
    ) -> [(year: FinancialYear, amount: Money)] {
        guard case .between(let first, let last) = years else { return moves }
        let before = moves.prefix { $0.year < first }.map(\.amount).total
        let within = moves.filter { (first...last).contains($0.year) }
        return before == .zero ? within : [(first, before)] + within
    }

    /// One reading of the entries, or one for each year.
    private func filters(of format: PlainTextFormat) throws -> [EntryFilter] {
        guard format.isReadInFileOrder else {
            guard case .between(let first, let last) = years else { return [EntryFilter()] }
            return [EntryFilter(from: first.firstDay, to: last.lastDay)]
        }
        let all = try book.read { try $0.journalYears() }
        return all.filter { years.takes($0) }.map { year in
            EntryFilter(
                from: year.previous == nil ? nil : year.firstDay,
                to: year.next == nil ? nil : year.lastDay)
        }
    }
}
