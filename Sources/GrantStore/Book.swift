import GRDB
public import GrantLedger
import GrantSeal

/// One office's grants in one file, opened to be read.
///
/// It takes no writer's lock and works on a disk that cannot be written. What is wrong with the
/// book but does not keep it from being read is told by ``standing`` and ``damage``.
public final class Book: Sendable {
    let queue: DatabaseQueue
    /// Where it is; empty for a book in memory.
    public let path: String
    /// What every record calls it.
    public let id: String
    /// How it goes together with its counterfoils.
    public let standing: Standing
    /// What the checks of every open found wrong.
    public let damage: [Finding]
    /// The number of its newest entry when it was opened.
    public let entries: Int
    /// The chain hash of that entry, 64 hexadecimal digits.
    public let chain: String
    /// Whose book it is.
    public let office: Office?
    /// The moment it is read as of; nil for as it is.
    private let known: AsKnown?

    /// The file's name without its folder.
    public var fileName: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// Opens a book to read it.
    ///
    /// - Throws: ``BookFault`` where it cannot be used at all.
    public init(reading path: String) throws {
        let opened = try Opened(reading: path)
        queue = opened.queue
        self.path = path
        id = opened.state.id
        standing = opened.state.standing
        damage = opened.state.damage
        entries = opened.state.newest
        chain = opened.state.chain
        office = opened.state.office
        known = nil
    }

    /// A book that is open already, as it was known at an entry; by a connection of its own, for what
    /// stands before the tables there would stand before them for the other too.
    init(_ book: Book, known: AsKnown) throws {
        (path, id) = (book.path, book.id)
        queue = try Connection.open(book.path, readonly: true)
        (standing, damage) = (book.standing, book.damage)
        let then = try book.read { reader in
            (
                try reader.chainHash(at: known.entry) ?? Chain.start.hex,
                try reader.row(Office.self, Office.onlyKey, knownAt: known.entry)
            )
        }
        entries = known.entry
        (chain, office) = then
        self.known = known
    }

    /// Reads the book as it is at one moment: nothing recorded meanwhile is seen.
    ///
    /// A commit waits for it, so a long reader goes in slices (``forEachEntry(matching:_:)``).
    public func read<T>(_ body: (Reader) throws -> T) throws -> T {
        try BookFault.explained(path: path) {
            guard let known else { return try queue.read { db in try body(Reader(db)) } }
            return try queue.inDatabase { db in
                var answer: T?
                try db.inTransaction(.deferred) {
                    try known.stand(before: db)
                    answer = try body(Reader(db))
                    return .commit
                }
                guard let answer else { throw BookFault.damaged(what: "it cannot be read") }
                return answer
            }
        }
    }

    /// The version of SQLite that reads the book: `3.40.1`.
    public func sqliteVersion() throws -> String {
        try BookFault.explained(path: path) {
            try queue.read { db in try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? "" }
        }
    }

    /// What SQLite says of each setting that a promise rests on.
    public func settings() throws -> [String: String] {
        try BookFault.explained(path: path) { try queue.read(Pragmas.found) }
    }
}
