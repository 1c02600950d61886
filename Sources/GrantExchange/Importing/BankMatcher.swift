public import GrantLedger

/// Finds the entries that a line of the bank is, or may be.
public final class BankMatcher {
    /// What was found.
    public struct Found: Hashable, Sendable {
        /// The entry it is beyond doubt.
        public let entry: Int?
        /// The entries it may be.
        public let near: [Int]
    }

    private let journal: any ImportJournal
    private let facts: Facts
    private var months: [String: [BankMove]] = [:]

    /// Creates a matcher on a book.
    public init(_ journal: any ImportJournal, facts: Facts) {
        (self.journal, self.facts) = (journal, facts)
    }

    /// The entries of the line's amount within five days that no line is matched to; the one it is,
    /// where it is the only one of them that the line names.
    public func find(date: Day, amount: Money, text: String) throws -> Found {
        guard let first = date.adding(days: -ImportHistory.nearDays),
            let last = date.adding(days: ImportHistory.nearDays)
        else { return Found(entry: nil, near: []) }
        var alike: [BankMove] = []
        for month in Set([first, last].map { String("\($0)".prefix(7)) }).sorted() {
            for move in try moves(in: month)
            where move.amount == amount && (first...last).contains(move.date) {
                if try facts.look(BankMatch.self, "\(move.entry)") == nil { alike.append(move) }
            }
        }
        let named = alike.filter { $0.isNamed(in: text) }
        if named.count == 1 { return Found(entry: named[0].entry, near: []) }
        return Found(entry: nil, near: alike.prefix(10).map(\.entry))
    }

    private func moves(in month: String) throws -> [BankMove] {
        if let known = months[month] { return known }
        guard let first = Day("\(month)-01"), let next = first.adding(days: 32),
            let last = Day("\("\(next)".prefix(7))-01")?.adding(days: -1)
        else { return [] }
        let found = try journal.bankMoves(from: first, to: last)
        months[month] = found
        return found
    }
}

extension ImportRecord {
    /// The line of the bank that a row is, with what it was found to be.
    public func bankLine(_ matcher: BankMatcher) throws -> NoteBankLine {
        guard let date else { preconditionFailure("A row of the bank without a date is a fault.") }
        let words = [text("text"), reference].compactMap(\.self).joined(separator: " ")
        let found = try matcher.find(date: date, amount: controlAmount, text: words)
        return NoteBankLine(
            date: date, amount: controlAmount, text: note("text"), reference: note("reference"),
            near: found.near, entry: found.entry)
    }
}
