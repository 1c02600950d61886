import GRDB
import GrantLedger
import GrantSchema
import GrantSeal
import Glibc

extension Writer {
    /// Begins a book: the file, its counterfoils and the first entries.
    ///
    /// All of it is written aside and put in its place whole, so that no half of a book is ever
    /// there.
    ///
    /// - Parameters:
    ///   - path: where it will be; nothing may be there.
    ///   - id: what every record will call it; random where it is not given.
    ///   - group: the group whose members may use it too.
    ///   - clock: gives the time an entry is recorded at.
    ///   - body: enters the first acts.
    /// - Returns: what the body returns.
    /// - Throws: ``BookFault`` where it cannot be begun; what the body throws.
    @discardableResult
    public static func create<R>(
        at path: String, id: String? = nil, group: String? = nil,
        clock: @escaping @Sendable () -> String = SystemClock.now, _ body: (Recording) throws -> R
    ) throws -> R {
        let id = id ?? newID()
        guard isID(id) else {
            throw BookFault.cannotCreate(
                path: path, why: "the id is not 1 to 64 of A-Z, a-z, 0-9, . and -")
        }
        let permits = try FilePermits(group: group)
        try FileSystem.checkKeepsLocks(path)
        let begun = try AsidePlace(for: BookPlace(path))
        defer { begun.remove() }
        let aside = begun.place
        close(try permits.create(aside.book))
        try CounterfoilsFile.begin(
            at: aside.counterfoils, heading: .init(book: id, begins: 0), permits: permits)
        let result = try BookFault.explained(path: path) {
            let writer = try begin(aside.book, id: id, clock: clock)
            let result = try writer.record(body)
            guard try writer.read({ $0.newest }) > 0 else {
                throw BookFault.cannotCreate(path: path, why: "it has no first entry")
            }
            try writer.queue.close()
            return result
        }
        try begun.name()
        return result
    }

    /// A book that is in memory alone, for tests and for judging entries again.
    public static func inMemory(
        id: String = "MEMORY", clock: @escaping @Sendable () -> String = SystemClock.now
    ) throws -> Writer {
        let queue = try Connection.inMemory()
        try queue.write { db in try writeSchema(db) }
        return Writer(queue: queue, path: "", id: id, wait: 0, onWait: {}, clock: clock)
    }

    /// An id that no other book has: 32 hexadecimal digits.
    static func newID() -> String { Hex.text(Random.bytes(16)) }

    private static func isID(_ id: String) -> Bool {
        (1...64).contains(id.utf8.count)
            && id.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }

    private static func begin(
        _ path: String, id: String, clock: @escaping @Sendable () -> String
    ) throws -> Writer {
        let queue = try Connection.begin(path)
        try queue.write { db in try writeSchema(db) }
        return Writer(queue: queue, path: path, id: id, wait: 0, onWait: {}, clock: clock)
    }

    private static func writeSchema(_ db: Database) throws {
        for migration in Schema.migrations { try db.execute(sql: migration.sql) }
        try db.execute(sql: "PRAGMA user_version = \(Schema.newest)")
        for head in Head.allCases {
            let traits = head.traits
            try db.execute(
                sql: "INSERT INTO head (code, accountSet, side, floored) VALUES (?, ?, ?, ?)",
                arguments: [head.rawValue, traits.set.rawValue, traits.side, traits.floored])
        }
    }
}
