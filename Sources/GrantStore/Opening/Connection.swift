import GRDB
import Glibc
import GrantSchema

/// Opens the file of a book by SQLite, with every setting read back.
enum Connection {
    static func open(_ path: String, readonly: Bool) throws -> DatabaseQueue {
        try checkIsFile(path)
        return try BookFault.explained(path: path) {
            do { return try connect(path, readonly: readonly) } catch let error as DatabaseError {
                guard readonly, error.extendedResultCode == .SQLITE_READONLY_ROLLBACK else {
                    throw error
                }
            }
            // A writer died: whoever opens next puts the pages back, which a reader may not.
            _ = try connect(path, readonly: false)
            return try connect(path, readonly: true)
        }
    }

    /// A book that is in memory alone.
    static func inMemory() throws -> DatabaseQueue {
        let queue = try DatabaseQueue(configuration: Pragmas.configuration(readonly: false))
        try queue.inDatabase { db in try Pragmas.check(db, inMemory: true) }
        return queue
    }

    /// The file of a book to be begun, empty yet.
    static func begin(_ path: String) throws -> DatabaseQueue {
        let queue = try DatabaseQueue(
            path: path, configuration: Pragmas.configuration(readonly: false))
        try queue.inDatabase { db in try Pragmas.check(db) }
        return queue
    }

    /// The schema a book has, and the one this program writes.
    static func schema(_ db: Database) throws -> (number: Int, newest: Int, isNewest: Bool) {
        let number = try Int.fetchOne(db.cachedStatement(sql: "PRAGMA user_version")) ?? 0
        return (number, Schema.newest, number == Schema.newest)
    }

    private static func connect(_ path: String, readonly: Bool) throws -> DatabaseQueue {
        let queue = try DatabaseQueue(
            path: path, configuration: Pragmas.configuration(readonly: readonly))
        try queue.inDatabase { db in
            try checkHeader(db, path: path)
            try Pragmas.check(db)
        }
        return queue
    }

    private static func checkIsFile(_ path: String) throws {
        var found = stat()
        guard stat(path, &found) == 0 else { throw BookFault.failed(path: path) }
        guard found.st_mode & S_IFMT == S_IFREG else { throw BookFault.notABook(path: path) }
    }

    private static func checkHeader(_ db: Database, path: String) throws {
        let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        guard application == Schema.applicationID else { throw BookFault.notABook(path: path) }
        let schema = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard schema <= Schema.newest else {
            throw BookFault.newer(path: path, schema: schema, known: Schema.newest)
        }
        guard schema > 0 else { throw BookFault.notABook(path: path) }
    }
}
