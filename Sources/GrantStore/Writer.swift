import GRDB
import GrantLedger
import Synchronization

/// The one who records: owns the only write transaction of a book.
public final class Writer: Sendable {
    let queue: DatabaseQueue
    /// Where the book is; empty for a book in memory.
    public let path: String
    /// What every record calls it.
    public let id: String
    let wait: Int
    let onWait: @Sendable () -> Void
    let clock: @Sendable () -> String
    private let compared = Atomic(false)

    /// Whether the last lines of the counterfoils were compared: once for each who records.
    var hasComparedLines: Bool {
        get { compared.load(ordering: .relaxed) }
        set { compared.store(newValue, ordering: .relaxed) }
    }

    /// Opens a book to record in it.
    ///
    /// - Parameters:
    ///   - path: where it is.
    ///   - wait: how many seconds to wait for the writer's turn.
    ///   - onWait: called once where that takes more than one.
    ///   - clock: gives the time an entry is recorded at.
    /// - Throws: ``BookFault`` where it cannot be used.
    public convenience init(
        opening path: String, wait: Int = 60, onWait: @escaping @Sendable () -> Void = {},
        clock: @escaping @Sendable () -> String = SystemClock.now
    ) throws {
        try FileSystem.checkKeepsLocks(path)
        let queue = try Connection.open(path, readonly: false)
        let id = try BookFault.explained(path: path) {
            try queue.read { db in try Self.soundID(db, path: path) }
        }
        self.init(queue: queue, path: path, id: id, wait: wait, onWait: onWait, clock: clock)
    }

    init(
        queue: DatabaseQueue, path: String, id: String, wait: Int,
        onWait: @escaping @Sendable () -> Void, clock: @escaping @Sendable () -> String
    ) {
        self.queue = queue
        self.path = path
        self.id = id
        self.wait = wait
        self.onWait = onWait
        self.clock = clock
    }

    /// Reads the book as it is at one moment.
    public func read<T>(_ body: (Reader) throws -> T) throws -> T {
        try BookFault.explained(path: path) {
            try queue.read { db in try body(Reader(db)) }
        }
    }

    /// What SQLite says of each setting that a promise rests on.
    public func settings() throws -> [String: String] {
        try BookFault.explained(path: path) { try queue.read(Pragmas.found) }
    }

    /// The id of a book whose schema and newest entry are as they should be.
    private static func soundID(_ db: Database, path: String) throws -> String {
        let schema = try Connection.schema(db)
        guard schema.isNewest else {
            throw BookFault.older(path: path, schema: schema.number, known: schema.newest)
        }
        let link = try OpeningCheck.newestLink(Reader(db))
        let findings = try OpeningCheck.schema(db) + link.findings
        if let first = findings.first { throw first.fault }
        return link.book
    }
}
