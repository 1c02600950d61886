import Foundation
import GRDB
import GrantLedger
import GrantSeal

/// The book as it is at one moment.
public final class Reader {
    let db: Database
    /// The number of the newest entry; 0 in a book that has none yet.
    public internal(set) var newest: Int

    init(_ db: Database) throws {
        self.db = db
        schema = try Connection.schema(db).number
        let greatest = "SELECT coalesce(max(number), 0) FROM journal"
        newest = try Int.fetchOne(db.cachedStatement(sql: greatest)) ?? 0
        guard (0...Self.greatestNumber).contains(newest) else {
            throw BookFault.damaged(what: "entry \(newest) cannot be")
        }
    }

    /// The number of the schema the book has.
    let schema: Int

    /// The greatest number an entry may have, as a record spells it.
    static let greatestNumber = 9_007_199_254_740_991

    /// The first row of a statement that is kept for the next time.
    func first(_ sql: String, _ arguments: StatementArguments = []) throws -> Row? {
        try Row.fetchOne(db.cachedStatement(sql: sql), arguments: arguments)
    }

    /// All rows of a statement that is kept for the next time.
    func rows(_ sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
        try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
    }

    /// Hands over the rows of a statement one after the other and keeps none; meanwhile the statement
    /// is in use.
    func forEachRow(
        _ sql: String, _ arguments: StatementArguments = [], _ body: (Row) throws -> Void
    ) throws {
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        while let row = try rows.next() { try body(row) }
    }

    /// Debits and credits, which are never below nil.
    static func balance(_ row: Row, _ index: Int) throws -> Balance {
        try balance(try row.whole(index), try row.whole(index + 1))
    }

    /// Debits and credits, which are never below nil.
    static func balance(_ debits: Int, _ credits: Int) throws -> Balance {
        guard debits >= 0, credits >= 0 else {
            throw BookFault.damaged(what: "a sum of debits or credits is below nil")
        }
        return Balance(debits: Money(pence: Int64(debits)), credits: Money(pence: Int64(credits)))
    }

    /// The number of a count.
    func count(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
        try first(sql, arguments)?.whole(0) ?? 0
    }
}

extension Reader {
    /// The canonical bytes of an entry's record, raw as stored.
    public func bytes(of number: Int) throws -> [UInt8]? {
        try first("SELECT CAST(record AS BLOB) FROM journal WHERE number = ?", [number])?.blob(0)
    }

    /// The chain hash of an entry, 64 hexadecimal digits.
    public func chainHash(at number: Int) throws -> String? { try chain(at: number)?.hex }

    func chain(at number: Int) throws -> Chain? {
        guard let row = try first("SELECT chain FROM journal WHERE number = ?", [number]) else {
            return nil
        }
        guard let chain = Chain(bytes: try row.blob(0)) else {
            throw BookFault.damaged(what: "the chain hash of entry \(number) is not 32 bytes")
        }
        return chain
    }

    func batch(of number: Int) throws -> Int? {
        try first("SELECT batch FROM journal WHERE number = ?", [number])?.whole(0)
    }

    static func entry(from bytes: [UInt8], number: Int) throws -> Entry {
        do {
            guard let tree = Canonical(bytes: bytes) else {
                throw BookFault.damaged(what: "the record of entry \(number) is not canonical")
            }
            return try tree.value(Entry.self)
        } catch let fault as BookFault { throw fault } catch {
            throw BookFault.damaged(what: "the record of entry \(number) cannot be read (\(error))")
        }
    }

    static func tree(_ bytes: [UInt8], of name: String) throws -> Canonical {
        guard let tree = Canonical(bytes: bytes) else {
            throw BookFault.damaged(what: "\(name) is not canonical")
        }
        return tree
    }
}
