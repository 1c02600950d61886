import GRDB
public import GrantLedger
import GrantSeal

extension Reader {
    /// Entries after a number that a filter lets through, in order, at most so many.
    public func entries(
        matching filter: EntryFilter = EntryFilter(), after: Int = 0, limit: Int = 10_000,
        knownAt: Int? = nil
    ) throws -> [ChainedEntry] {
        let kinds = filter.kinds.map { Self.json($0.map(\.rawValue).sorted()) }
        let arguments: StatementArguments = [
            after, knownAt ?? newest, kinds, filter.from?.description, filter.to?.description,
            filter.user, limit,
        ]
        let found: [Row]
        if let owner = filter.owner {
            let registers = Self.json(Register.allCases.map(\.rawValue))
            found = try rows(Self.ownedSQL, arguments + [owner.description, registers])
        } else {
            found = try rows(Self.anySQL, arguments)
        }
        return try found.map { row in
            let number = try row.whole(0)
            return ChainedEntry(
                entry: try Self.entry(from: row.blob(1), number: number),
                chain: Hex.text(try row.blob(2)))
        }
    }

    private static let conditions = """
        SELECT number, CAST(record AS BLOB), chain FROM journal
        WHERE number > ?1 AND number <= ?2 AND (?3 IS NULL OR kind IN (SELECT value FROM json_each(?3)))
        AND (?4 IS NULL OR date >= ?4) AND (?5 IS NULL OR date <= ?5) AND (?6 IS NULL OR user = ?6)
        """

    private static let anySQL = conditions + " ORDER BY number LIMIT ?7"

    private static let ownedSQL =
        conditions + """
             AND number IN (
                SELECT entry FROM transfer WHERE debit IN (SELECT id FROM account WHERE owner = ?8)
                UNION
                SELECT entry FROM transfer WHERE credit IN (SELECT id FROM account WHERE owner = ?8)
                UNION
                SELECT entry FROM version WHERE register IN (SELECT value FROM json_each(?9)) AND key = ?8
                UNION
                SELECT entry FROM version WHERE register IN (SELECT value FROM json_each(?9))
                AND key > ?8 || '#' AND key < ?8 || '$')
            ORDER BY number LIMIT ?7
            """

    /// The entries of some kinds dated in a span, in order, found by their dates: it does not matter
    /// how many there are on other days.
    public func entries(of kinds: Set<Kind>, dated span: ClosedRange<Day>) throws -> [Entry] {
        let sql = """
            SELECT number, CAST(record AS BLOB) FROM journal
            WHERE date BETWEEN ? AND ? AND kind IN (SELECT value FROM json_each(?)) ORDER BY number
            """
        let names = Self.json(kinds.map(\.rawValue).sorted())
        let days = [span.lowerBound, span.upperBound].map(\.description)
        return try rows(sql, [days[0], days[1], names]).map { row in
            try Self.entry(from: row.blob(1), number: row.whole(0))
        }
    }

    /// The act of one type that was recorded under a key, if one was.
    public func act<Asked: Act>(_ type: Asked.Type, key: String) throws -> Asked? {
        guard let row = try first("SELECT number FROM journal WHERE key = ?", [key]),
            let entry = try entry(try row.whole(0)), entry.kind == Asked.kind
        else { return nil }
        return try entry.act.value(Asked.self)
    }

    /// The newest entry recorded at a time or before it: `2019-04-05T10:00:00.000Z`; 0 where none was.
    public func entryNumber(recordedBy time: String) throws -> Int {
        try count("SELECT coalesce(max(number), 0) FROM journal WHERE recordedAt <= ?", [time])
    }

    /// How many entries are dated after a day.
    public func countDated(after day: Day) throws -> Int {
        try count("SELECT count(*) FROM journal WHERE date > ?", [day.description])
    }

    /// How many entries dated on a day or before it were recorded after a time.
    public func countDated(to day: Day, recordedAfter time: String) throws -> Int {
        try count(
            "SELECT count(*) FROM journal WHERE recordedAt > ? AND +date <= ?",
            [time, day.description])
    }

    /// The first and last date of any entry; nil in a book that has none.
    public func dates() throws -> ClosedRange<Day>? {
        guard let row = try first("SELECT min(date), max(date) FROM journal"),
            let first = try row.textIfAny(0).flatMap(Day.init(_:)),
            let last = try row.textIfAny(1).flatMap(Day.init(_:)), first <= last
        else { return nil }
        return first...last
    }
}

extension Book {
    /// Gives every entry that a filter lets through, in order, up to the newest it began with.
    ///
    /// It reads in slices of 1,000, each its own short read, so that no commit waits; since nothing
    /// is ever changed, that is exact.
    public func forEachEntry(
        matching filter: EntryFilter = EntryFilter(), knownAt: Int? = nil,
        _ body: (ChainedEntry) throws -> Void
    ) throws {
        let last = try knownAt ?? read { $0.newest }
        var after = 0
        while after < last {
            let slice = try read { reader in
                try reader.entries(matching: filter, after: after, limit: 1_000, knownAt: last)
            }
            guard let end = slice.last else { return }
            for entry in slice { try body(entry) }
            after = end.entry.number
        }
    }
}
