import GRDB
import GrantLedger
import GrantSchema

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
    /// The book is verified in full, and written whole with its counterfoils to a backup beside them, which is
    /// verified in full too. Then every migration it lacks is taken in one transaction, which is committed
    /// only with today's schema to the letter, and the book is verified in full again. No entry is touched.
    ///
    /// - Parameters:
    ///   - path: where it is.
    ///   - wait: how many seconds to wait for the writer's turn.
    ///   - onWait: called once where that takes more than one.
    ///   - verified: called with the number of the last entry that was verified, in each of the passes.
    /// - Returns: the schemas before and after, and the backup.
    /// - Throws: ``BookFault`` where it cannot be used, is damaged, or cannot be backed up; the book
    ///   is then as it was.
    public static func upgrade(
        _ path: String, wait: Int = 60, onWait: @escaping @Sendable () -> Void = {},
        verified: (Int) -> Void = { _ in }
    ) throws -> Upgrade {
        try FileSystem.checkKeepsLocks(path)
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
        try book.verify(.full, progress: verified).check()
        let backup = "\(path).schema-\(number)"
        AsidePlace.clear(beside: BookPlace(backup))
        if try !isBackedUp(book, at: backup, verified) {
            let copy = try BookCopy(to: backup, permits: try FilePermits(of: path))
            defer { copy.remove() }
            try copy.write(book)
            try copy.name(verified)
        }
        let queue = try Connection.open(path, readonly: false)
        try BookFault.explained(path: path) {
            try queue.write { db in
                for migration in Schema.migrations where migration.number > number {
                    try db.execute(sql: migration.sql)
                }
                try db.execute(sql: "PRAGMA user_version = \(Schema.newest)")
                let findings = try OpeningCheck.schema(db)
                if let first = findings.first {
                    throw first.fault
                }
            }
            try queue.close()
        }
        try Book(reading: path).verify(.full, progress: verified).check()
        return Upgrade(from: number, to: Schema.newest, backup: backup)
    }

    /// Whether an upgrade that broke off has left the backup whole.
    private static func isBackedUp(
        _ book: Book, at path: String, _ verified: (Int) -> Void
    ) throws -> Bool {
        guard let kept = try? Book(reading: path), kept.id == book.id else { return false }
        return try kept.schema() == book.schema() && kept.held() == book.held()
            && kept.verify(.full, progress: verified).isSound
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
