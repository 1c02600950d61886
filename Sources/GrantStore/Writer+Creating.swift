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
        let place = Place(path)
        try place.checkIsFree()
        let aside = Place(path + ".beginning-" + Hex.text(Random.bytes(4)))
        defer { aside.remove() }
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
        try aside.move(to: place)
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

/// The two files of a book.
private struct Place {
    let book: String
    var counterfoils: String { CounterfoilsFile.path(of: book) }

    init(_ book: String) { self.book = book }

    func checkIsFree() throws {
        for path in [book, counterfoils] {
            var found = stat()
            if lstat(path, &found) == 0 { throw BookFault.exists(path: path) }
        }
    }

    /// Gives both their names; what has one of them meanwhile is left as it is.
    func move(to place: Place) throws {
        guard link(counterfoils, place.counterfoils) == 0 else {
            throw BookFault.cannotCreate(place.counterfoils)
        }
        guard link(book, place.book) == 0 else {
            defer { unlink(place.counterfoils) }
            throw BookFault.cannotCreate(place.book)
        }
        try Folder.sync(of: place.book)
    }

    func remove() {
        unlink(book)
        unlink(book + "-journal")
        unlink(counterfoils)
    }
}

/// The folder of a file.
enum Folder {
    /// Waits until the names in the folder of a file are on disk.
    static func sync(of path: String) throws {
        let end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = end.map { String(path[..<$0]) + "/" } ?? "."
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
        guard descriptor >= 0 else { throw BookFault.failed(path: folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL else {
            throw BookFault.failed(path: folder)
        }
    }
}
