import GRDB
import GrantLedger
import Glibc

/// A book and its counterfoils written aside, and given their names once they are proved.
///
/// Whatever stops it, nothing half written has the name, and nothing that is there is written over.
/// Where it dies between the two names, the next begun there takes the one away again.
struct BookCopy {
    private let begun: AsidePlace
    private var aside: BookPlace { begun.place }
    private let permits: FilePermits

    /// Begins where nothing is.
    init(to path: String, permits: FilePermits) throws {
        begun = try AsidePlace(for: BookPlace(path))
        self.permits = permits
    }

    /// Writes the book as it is at one moment, and the counterfoils of what it then holds.
    func write(_ book: Book) throws {
        close(try permits.create(aside.book))
        try BookFault.explained(path: aside.book) {
            try book.queue.inDatabase { db in
                try db.execute(sql: "VACUUM INTO ?", arguments: [aside.book])
            }
        }
        try sync(aside.book)
        let newest = try Book(reading: aside.book).entries
        try CounterfoilsFile.copy(
            from: CounterfoilsFile.path(of: book.path), to: aside.counterfoils, upTo: newest,
            permits: permits)
    }

    /// Verifies in full what was written, and gives it the name.
    ///
    /// - Parameter verified: called with the number of the last entry that was verified.
    /// - Returns: what it holds.
    /// - Throws: ``BookFault`` where it is not sound, or the name is taken; it then has none.
    @discardableResult
    func name(_ verified: (Int) -> Void = { _ in }) throws -> Book.Held {
        let copy = try Book(reading: aside.book)
        try copy.verify(.full, progress: verified).check()
        let held = try copy.held()
        try begun.name(withCounterfoils: copy.standing != .noCounterfoils)
        return held
    }

    /// Removes what is aside; what has its name by then stays.
    func remove() { begun.remove() }

    private func sync(_ path: String) throws {
        let descriptor = open(path, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { throw BookFault.failed(path: path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw BookFault.failed(path: path) }
    }
}

extension CounterfoilsFile {
    /// Copies the lines of the entries up to one, each that is whole; nothing where there is no file.
    fileprivate static func copy(
        from source: String, to target: String, upTo newest: Int, permits: FilePermits
    ) throws {
        guard let file = try reading(source) else { return }
        defer { file.release() }
        guard case .ends(let ends) = try file.found() else {
            throw BookFault.parted(.garbled)
        }
        var lines = ""
        try file.eachLine { index, line in
            guard let line else {
                throw BookFault.damaged(what: "line \(index + 1) of \(source) is not one")
            }
            if line.number <= newest { lines += line.text }
        }
        try begin(at: target, heading: ends.heading, permits: permits)
        try append(lines, toFileAt: target)
    }
}
