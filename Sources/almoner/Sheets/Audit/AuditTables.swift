import GrantExchange
import GrantLedger
import GrantStore

/// The tables of an audit bundle, each read in slices and handed over row by row.
///
/// What is dated in the year is told of where one is asked for; registers are whole, as they stand.
struct AuditTables: BookSlices {
    /// The book as known at the newest entry it had when the bundle was begun.
    let book: Book
    let now: Now
    let question: [String]
    let surroundings: Surroundings?
    /// The day it is, where the office is.
    let today: Day
    /// The year the tables are of; nil for all.
    let year: FinancialYear?
    /// The last day of that year; else of the newest that is over.
    let yearEnd: Day

    init(
        book: Book, now: Now, question: [String], year: FinancialYear?, in place: Surroundings
    ) throws {
        let book = try book.asKnown(at: book.entries)
        (self.book, self.now, self.question, self.year) = (book, now, question, year)
        surroundings = place
        today = try book.read { reader in
            try Reading(book: book, reader: reader, now: now, question: question).today
        }
        let running = FinancialYear(containing: today)
        yearEnd = (year ?? running.previous ?? running).lastDay
    }

    /// Every table, in the order a reader may want them.
    func stream(to taker: any TableTaker) throws {
        try journal(to: taker)
        try accounts(to: taker)
        try decided(to: taker)
        try money(to: taker)
        try registers(to: taker)
        try people(to: taker)
        try yearEnd(to: taker)
    }

    /// The days the tables of entries are of.
    var span: (from: Day?, through: Day?) { (year?.firstDay, year?.lastDay) }

    /// Gives every entry dated in the year, of some kinds or of all, with the book as it is read.
    ///
    /// - Parameters:
    ///   - kinds: their kinds; nil for all.
    ///   - from: the first day, where it is not the year's.
    ///   - through: the last day, where it is not the year's.
    ///   - body: what takes them, in order.
    /// - Throws: where the book cannot be read and what the body throws.
    func eachEntry(
        _ kinds: Set<Kind>? = nil, from: Day? = nil, through: Day? = nil,
        _ body: (ChainedEntry, Reading) throws -> Void
    ) throws {
        let filter = EntryFilter(
            kinds: kinds, from: from ?? span.from, to: through ?? span.through)
        let progress = progress(book.entries, "entries")
        defer { progress?.end() }
        var after: Int? = 0
        while let start = after {
            after = try read { reading in
                let slice = try reading.reader.entries(
                    matching: filter, after: start, limit: 1_000)
                for entry in slice { try body(entry, reading) }
                return slice.last?.entry.number
            }
            if let after { progress?.advance(to: after) }
        }
    }

    /// Gives every thing of a register, in the order of their keys, with the book as it is read.
    func eachRow<Noun: Registered>(
        _ type: Noun.Type, _ body: (Noun, Reading) throws -> Void
    ) throws {
        try eachSlice(of: type) { slice, reading in
            for row in slice { try body(row, reading) }
        }
    }

    /// Hands over a table whose rows are made one after the other.
    func table(
        _ taker: any TableTaker, _ sheet: Sheet, _ body: (([Cell]) throws -> Void) throws -> Void
    ) throws {
        try taker.begin(sheet)
        try body { try taker.add($0) }
        try taker.end(totals: nil)
    }
}

extension Entry {
    /// The years of cost of the accounts it moves, in order.
    var yearsOfCost: [String] {
        Set(transfers.flatMap { [$0.debit.year, $0.credit.year].compactMap(\.self) }).sorted()
            .map(\.description)
    }

    /// The year it is dated in.
    var year: String { FinancialYear(containing: date).description }
}
