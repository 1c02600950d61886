import GRDB
import GrantLedger
import GrantSchema
import Glibc

extension Writer {
    /// What an upgrade did.
    public struct Upgrade: Sendable {
        /// The schema the book had.
        public let from: Int
        /// The schema it has.
        public let to: Int
        /// Where the book is as it was before; absent where it had today's schema already.
        public let backup: String?
    }

    /// Brings a book that an earlier version of this program made to today's schema.
    ///
    /// The book is first written whole to a backup beside it, which is opened and verified in full.
    /// Then every migration it lacks is taken in one transaction, and the book is verified in full
    /// before that is committed. No entry is touched.
    ///
    /// - Parameters:
    ///   - path: where it is.
    ///   - wait: how many seconds to wait for the writer's turn.
    ///   - onWait: called once where that takes more than one.
    /// - Returns: the schemas before and after, and the backup.
    /// - Throws: ``BookFault`` where it cannot be used, is damaged, or cannot be backed up; the book
    ///   is then as it was.
    public static func upgrade(
        _ path: String, wait: Int = 60, onWait: @escaping @Sendable () -> Void = {}
    ) throws -> Upgrade {
        let name = CounterfoilsFile.path(of: path)
        guard let file = try CounterfoilsFile.locked(at: name, wait: wait, onWait: onWait) else {
            throw BookFault.parted(.noCounterfoils)
        }
        defer { file.release() }
        let book = try Book(reading: path)
        guard book.standing.mayWrite else { throw BookFault.parted(book.standing) }
        let number = try book.schema()
        guard number < Schema.newest else {
            return Upgrade(from: number, to: number, backup: nil)
        }
        try checkSound(try book.verify(.full))
        let backup = "\(path).schema-\(number)"
        try back(up: book, at: backup, permits: try FilePermits(of: path))
        let queue = try Connection.open(path, readonly: false)
        try BookFault.explained(path: path) {
            try queue.write { db in
                for migration in Schema.migrations where migration.number > number {
                    try db.execute(sql: migration.sql)
                }
                try db.execute(sql: "PRAGMA user_version = \(Schema.newest)")
                let findings = try OpeningCheck.schema(db)
                if let first = findings.first {
                    throw BookFault.damaged(what: first.description)
                }
            }
            try queue.close()
        }
        try checkSound(try Book(reading: path).verify(.full))
        return Upgrade(from: number, to: Schema.newest, backup: backup)
    }

    private static func checkSound(_ verdict: Book.Verdict) throws {
        if let first = verdict.findings.first {
            throw BookFault.damaged(what: first.description)
        }
    }

    /// Writes the book whole to another file, put in its place when it has been verified.
    private static func back(up book: Book, at path: String, permits: FilePermits) throws {
        var found = stat()
        if lstat(path, &found) == 0 { throw BookFault.exists(path: path) }
        let aside = path + ".beginning"
        unlink(aside)
        close(try permits.create(aside))
        defer { unlink(aside) }
        try BookFault.explained(path: aside) {
            try book.queue.inDatabase { db in
                try db.execute(sql: "VACUUM INTO ?", arguments: [aside])
            }
        }
        try checkSound(try Book(reading: aside).verify(.full))
        try sync(aside)
        guard link(aside, path) == 0 else { throw BookFault.cannotCreate(path) }
        try Folder.sync(of: path)
    }

    private static func sync(_ path: String) throws {
        let descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw BookFault.failed(path: path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw BookFault.failed(path: path) }
    }
}

extension Book {
    /// The number of the schema it has.
    public func schema() throws -> Int {
        try BookFault.explained(path: path) {
            try queue.read { db in try Connection.schema(db).number }
        }
    }
}
