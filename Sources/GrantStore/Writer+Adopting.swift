import GRDB
public import GrantLedger
import Glibc

extension Writer {
    /// Goes on with a book that was moved or copied away from its counterfoils.
    ///
    /// The old counterfoils, if any, are renamed; new ones are begun; an entry says what was found.
    ///
    /// - Throws: ``BookFault`` where there is nothing to adopt, or where the book itself is in doubt.
    public static func adopt(
        _ path: String, reason: Note, on occasion: Occasion,
        clock: @escaping @Sendable () -> String = SystemClock.now
    ) throws -> Counterfoil {
        let writer = try Writer(opening: path, clock: clock)
        let name = CounterfoilsFile.path(of: path)
        let found = try CounterfoilsFile.found(at: name)
        let (standing, newest) = try writer.read { reader in
            (try Book.Standing.compare(found, with: reader, book: writer.id), reader.newest)
        }
        guard !standing.mayWrite else { throw BookFault.nothingToAdopt }
        guard standing.mayBeAdopted else { throw BookFault.parted(standing) }
        if !isBegun(found, book: writer.id) {
            if found != .nothing {
                try CounterfoilsFile.keepAside(name)
                guard unlink(name) == 0 else { throw BookFault.failed(path: name) }
            }
            try CounterfoilsFile.begin(
                at: name, heading: .init(book: writer.id, begins: newest),
                permits: try FilePermits(of: path))
            try Folder.sync(of: name)
        }
        guard let note = Note(standing.message) else {
            throw BookFault.ledgerGuard(name: "adopt-note")
        }
        return try writer.record(dryRun: false, adopting: true) { recording in
            try recording.enter(AdoptBook(found: note, reason: reason), on: occasion)
        }
    }

    /// Whether an adoption broke off before its entry; it is then gone on with.
    private static func isBegun(_ found: CounterfoilsFile.Found, book: String) -> Bool {
        guard case .ends(let ends) = found else { return false }
        return ends.last == nil && ends.heading.book == book
    }
}

extension CounterfoilsFile {
    /// Gives old counterfoils a second name, over nothing that is there.
    @discardableResult
    static func keepAside(_ name: String) throws -> String {
        for number in 1...999 {
            let aside = "\(name).was-\(number)"
            if link(name, aside) == 0 { return aside }
            guard errno == EEXIST else { throw BookFault.cannotCreate(aside) }
        }
        throw BookFault.exists(path: name + ".was-999")
    }
}
