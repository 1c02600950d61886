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

        init(_ db: Database, counterfoils: CounterfoilsFile.Found) throws {
            let reader = try Reader(db)
            newest = reader.newest
            let link = try OpeningCheck.newestLink(reader)
            id = link.book
            chain = link.chain.hex
            damage = try OpeningCheck.schema(db) + link.findings
            office = try? reader.row(Office.self, Office.onlyKey)
            standing = try Book.Standing.compare(counterfoils, with: reader, book: link.book)
        }
    }

    /// Reads the counterfoils' last line first, then the book.
    ///
    /// A commit that falls between the two looks like lines cut; looking again tells.
    init(reading path: String) throws {
        let counterfoils = CounterfoilsFile.path(of: path)
        let queue = try Connection.open(path, readonly: true)
        var found = try CounterfoilsFile.found(at: counterfoils)
        var state = try Self.state(queue, path, found)
        for _ in 0..<5 {
            let again = try CounterfoilsFile.found(at: counterfoils)
            guard state.standing != .well, again != found else { break }
            found = again
            state = try Self.state(queue, path, found)
        }
        (self.queue, self.state) = (queue, state)
    }

    private static func state(
        _ queue: DatabaseQueue, _ path: String, _ found: CounterfoilsFile.Found
    ) throws -> State {
        try BookFault.explained(path: path) {
            try queue.read { db in try State(db, counterfoils: found) }
        }
    }
}
