public import GrantLedger

/// What the journal can be asked about rows that may have been seen.
public protocol ImportJournal {
    /// The entry that was recorded under a key.
    func entry(under key: String) throws -> Entry?
    /// The entry that reverses an entry, if one does.
    func reversal(of number: Int) throws -> Int?
    /// The entries of some kinds that stand, dated in a span.
    func entries(_ kinds: Set<Kind>, from: Day, to: Day) throws -> [Entry]
    /// The entry that last wrote a row of a register.
    func writer(of register: Register, _ key: String) throws -> Int?
    /// An entry by its number.
    func entry(_ number: Int) throws -> Entry?
    /// The entries that moved the bank and stand, dated in a span.
    func bankMoves(from: Day, to: Day) throws -> [BankMove]
}

/// What the book already has of a row.
public enum RowVerdict: Hashable, Sendable {
    /// Nothing: it is to be recorded, under this key.
    case new(key: String)
    /// The row itself; it is left out.
    case seen(entry: Int)
    /// Perhaps the row: it waits for a person, who sees these entries.
    case near(key: String, entries: [Int])
    /// Another row under the same reference.
    case differs(entry: Int)
}

/// Finds what the book already has of the rows of one file.
public final class ImportHistory {
    /// How far apart the dates of what may be the same lie, in days.
    static let nearDays = 5

    private let journal: any ImportJournal
    private let facts: Facts
    private let names: OrganisationNames
    private let prefix: String
    private var months: [String: [Entry]] = [:]
    private var bids: [Bid]?
    private var awards: [Award]?

    /// Creates the history of the rows that a profile reads.
    public init(
        _ journal: any ImportJournal, facts: Facts, names: OrganisationNames, profile: Code
    ) {
        self.journal = journal
        self.facts = facts
        self.names = names
        prefix = RowKeys.prefix(profile)
    }

    /// What the book has of a row.
    public func verdict(_ record: ImportRecord, _ key: RowKeys.Key) throws -> RowVerdict {
        var text = key.text
        for round in 2... {
            guard
                let entry = try journal.entry(under: text)
                    ?? journal.entry(under: text + Self.aside)
            else { break }
            if try journal.reversal(of: entry.number) == nil {
                let isSame = entry.documents.contains { $0.sha256 == key.digest }
                return isSame ? .seen(entry: entry.number) : .differs(entry: entry.number)
            }
            text = "\(key.text)~\(round)"
        }
        let near = try near(record)
        return near.isEmpty ? .new(key: text) : .near(key: text, entries: near)
    }

    /// What follows the key of a row where it was set aside.
    public static let aside = "/aside"

    private func near(_ record: ImportRecord) throws -> [Int] {
        switch record.kind {
        case .bids: try nearBids(record)
        case .awards: try nearAwards(record)
        case .payments:
            try nearEntries(.payInstalment, record) { entry in
                try entry.act.value(PayInstalment.self).award == record.code("award")
                    && -entry.bankMovement == record.moneyOut
            }
        case .costs:
            try nearEntries(.recordCost, record) { entry in
                try entry.act.value(RecordCost.self).fund == record.code("fund")
                    && -entry.bankMovement == record.moneyOut
            }
        case .returns, .bank: []
        }
    }

    private func nearEntries(
        _ kind: Kind, _ record: ImportRecord, _ isAlike: (Entry) throws -> Bool
    ) throws -> [Int] {
        guard let date = record.date, let first = date.adding(days: -Self.nearDays),
            let last = date.adding(days: Self.nearDays)
        else { return [] }
        var found: [Int] = []
        for month in Set([first, last].map { "\($0)".prefix(7) }).sorted() {
            for entry in try entries(kind, in: String(month))
            where (first...last).contains(entry.date) && !isOwn(entry) {
                if try isAlike(entry) { found.append(entry.number) }
            }
        }
        return found
    }

    private func entries(_ kind: Kind, in month: String) throws -> [Entry] {
        if let known = months[month] { return known }
        guard let first = Day("\(month)-01"), let next = first.adding(days: 32),
            let last = Day("\("\(next)".prefix(7))-01")?.adding(days: -1)
        else { return [] }
        let found = try journal.entries([kind], from: first, to: last)
        months[month] = found
        return found
    }

    private func isOwn(_ entry: Entry) -> Bool { entry.key?.hasPrefix(prefix) ?? false }

    private func nearBids(_ record: ImportRecord) throws -> [Int] {
        let all = try bids ?? facts.all(Bid.self)
        bids = all
        guard let text = record.text("applicant"), let applicant = names.code(of: text) else {
            return []
        }
        return try all.filter { bid in
            bid.applicant == applicant
                && (bid.code == record.code("code")
                    || bid.round == record.code("round")
                        && Self.isSame("\(bid.title)", record.text("title")))
        }.compactMap { try written(.bid, $0.key) }
    }

    private func nearAwards(_ record: ImportRecord) throws -> [Int] {
        let all = try awards ?? facts.all(Award.self)
        awards = all
        let recipient = record.text("recipient").flatMap { names.code(of: $0) }
        return try all.filter { award in
            if let bid = record.code("bid"), award.bid == bid { return true }
            guard let recipient, award.recipient == recipient else { return false }
            return award.code == record.code("code")
                || Self.isSame("\(award.title)", record.text("title"))
        }.compactMap { try written(.award, $0.key) }
    }

    /// The entry that wrote a row of a register, unless this import's profile did.
    private func written(_ register: Register, _ key: String) throws -> Int? {
        guard let number = try journal.writer(of: register, key),
            let entry = try journal.entry(number), !isOwn(entry)
        else { return nil }
        return number
    }

    private static func isSame(_ title: String, _ other: String?) -> Bool {
        guard let other else { return false }
        return Heading.words(title) == Heading.words(other)
    }
}
