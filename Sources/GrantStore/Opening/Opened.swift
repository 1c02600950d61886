import GRDB
import GrantLedger
import GrantSeal

/// A book just opened, with what the checks of every open found.
struct Opened {
    let queue: DatabaseQueue
    let state: State

    /// What is known of a book at one moment.
    struct State {
        let id: String
        let standing: Book.Standing
        let damage: [Book.Finding]
        let newest: Int
        let chain: String
        let office: Office?

        /// Reads the book, and the counterfoils inside the same read: while it lasts no commit can be,
        /// so that at most the newest has no line yet.
        init(_ db: Database, path: String) throws {
            let reader = try Reader(db)
            newest = reader.newest
            let found = try CounterfoilsFile.found(at: CounterfoilsFile.path(of: path))
            let link = try OpeningCheck.newestLink(reader)
            id = link.book
            chain = link.chain.hex
            damage = try OpeningCheck.schema(db) + link.findings
            let failed = FailedReads.count
            office = try? reader.row(Office.self, Office.onlyKey)
            if let fault = FailedReads.fault(since: failed, path: path) { throw fault }
            standing = try Book.Standing.compare(found, with: reader, book: link.book)
        }
    }

    init(reading path: String) throws {
        let queue = try Connection.open(path, readonly: true)
        state = try BookFault.explained(path: path) {
            try queue.read { db in
                try State(db, path: path)
            }
        }
        self.queue = queue
    }
}
