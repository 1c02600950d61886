import GRDB
import GrantSeal

/// The leaves of a book's records in order, each record proved by its chain hash on the way.
struct LeafWalk {
    /// The number of the last entry whose leaf was given.
    private(set) var last = 0
    private var chain = Chain.start

    /// How many entries are read at a time.
    static let slice = 1_000

    /// Gives the leaves of the next slice, up to an entry.
    mutating func step(
        _ reader: Reader, upTo end: Int, _ body: ([UInt8]) throws -> Void
    ) throws {
        let rows = try reader.rows(
            """
            SELECT number, CAST(record AS BLOB), chain FROM journal
            WHERE number > ? AND number <= ? ORDER BY number LIMIT ?
            """, [last, end, Self.slice])
        guard !rows.isEmpty else { throw BookFault.damaged(what: "entry \(last + 1) is missing") }
        for row in rows {
            guard try row.whole(0) == last + 1 else {
                throw BookFault.damaged(what: "entry \(last + 1) is missing")
            }
            let record = try row.blob(1)
            chain = chain.after(record)
            guard try row.blob(2) == chain.bytes else {
                throw BookFault.damaged(
                    what: "the record of entry \(last + 1) does not come to its chain hash")
            }
            last += 1
            try body(Chain.leaf(of: record))
        }
    }
}
