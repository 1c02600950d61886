import GRDB
public import GrantLedger

extension Reader {
    /// The canonical bytes of the entries after a number, in order, at most so many.
    public func records(after: Int, limit: Int) throws -> [(number: Int, bytes: [UInt8])] {
        try rows(
            """
            SELECT number, CAST(record AS BLOB) FROM journal
            WHERE number > ? AND number <= ? ORDER BY number LIMIT ?
            """, [after, newest, limit]
        ).map { row in (try row.whole(0), try row.blob(1)) }
    }

    /// How many transfers the entries have.
    public func countTransfers() throws -> Int {
        try count("SELECT count(*) FROM transfer WHERE entry <= ?", [newest])
    }

    /// How many keys a register has, in use or not.
    public func count<Noun: Registered>(_ type: Noun.Type) throws -> Int {
        try count(
            "SELECT count(DISTINCT key) FROM version WHERE register = ?", [Noun.register.rawValue])
    }

    /// Things of a register after a key, in the order of their keys' bytes, at most so many, each
    /// with its key; nil where it was taken out of use.
    public func rows<Noun: Registered>(
        _ type: Noun.Type, after: String, limit: Int
    ) throws -> [(key: String, row: Noun?)] {
        try rows(
            """
            SELECT CAST(row AS BLOB), key, max(entry) FROM version
            WHERE register = ? AND key > ? AND entry <= ? GROUP BY key ORDER BY key LIMIT ?
            """, [Noun.register.rawValue, after, newest, limit]
        ).map { row in
            let key = try row.text(1)
            return (key, try row.blobIfAny(0).map { try noun(type, $0, key) })
        }
    }
}

extension Book {
    /// Gives the canonical bytes of every entry after a number, in order, slice by slice.
    ///
    /// - Parameters:
    ///   - after: the number after which they begin.
    ///   - last: the newest that is wanted.
    ///   - body: what takes an entry's number and bytes.
    /// - Throws: ``BookFault``, and what the body throws.
    public func forEachRecord(
        after: Int, through last: Int, _ body: (Int, [UInt8]) throws -> Void
    ) throws {
        var after = after
        while after < last {
            let slice = try read { try $0.records(after: after, limit: 5_000) }
            guard let end = slice.last else { return }
            for (number, bytes) in slice where number <= last { try body(number, bytes) }
            after = end.number
        }
    }
}
