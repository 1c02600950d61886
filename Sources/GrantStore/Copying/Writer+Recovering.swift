public import GrantLedger
import GrantSeal
import Glibc

extension Writer {
    /// Goes on with a book that has lost entries, by its counterfoils, or they lines of theirs.
    ///
    /// An entry records what is gone; then new counterfoils with its line take the name of the old,
    /// which are kept renamed. All of it is done in the writer's turn. Where the process dies before
    /// the last, the book is still refused, and is recovered again.
    ///
    /// - Parameters:
    ///   - path: where the book is.
    ///   - reason: why it goes on.
    ///   - occasion: who does it, and when.
    ///   - wait: how many seconds to wait for the writer's turn.
    ///   - clock: gives the time the entry is recorded at.
    ///   - verified: called with the number of the last entry that was verified.
    /// - Returns: the entry's counterfoil, and where the old counterfoils are.
    /// - Throws: ``BookFault`` where nothing is gone, where the counterfoils are not the book's own, or
    ///   where the book itself is damaged; nothing is then written.
    public static func recover(
        _ path: String, reason: Note, on occasion: Occasion, wait: Int = 60,
        clock: @escaping @Sendable () -> String = SystemClock.now,
        verified: (Int) -> Void = { _ in }
    ) throws -> (counterfoil: Counterfoil, old: String) {
        let writer = try Writer(opening: path, clock: clock)
        let name = CounterfoilsFile.path(of: path)
        guard let file = try CounterfoilsFile.locked(at: name, wait: wait, onWait: {}) else {
            throw BookFault.parted(.noCounterfoils)
        }
        defer { file.release() }
        let book = try Book(reading: path)
        let act = try Loss(of: book, by: file).act(reason: reason)
        try checkRecords(of: book, verified)
        let beginning = name + ".beginning-" + Hex.text(Random.bytes(4))
        defer { unlink(beginning) }
        try CounterfoilsFile.begin(
            at: beginning, heading: .init(book: book.id, begins: book.entries),
            permits: try FilePermits(of: path))
        let old = try CounterfoilsFile.keepAside(name)
        do {
            let done = try BookFault.explained(path: path) {
                try writer.commit(dryRun: false, before: { _ in }) { recording in
                    try recording.enter(act, on: occasion)
                }
            }
            guard let line = done.line else {
                throw BookFault.unforeseen("a recovery without an entry")
            }
            try CounterfoilsFile.append(line.text, toFileAt: beginning)
            guard rename(beginning, name) == 0 else { throw BookFault.failed(path: name) }
            try Folder.sync(of: name)
            return (done.result, old)
        } catch {
            // The old are still under their own name: the second one is not wanted.
            if FileID(name) == FileID(old) { unlink(old) }
            throw error
        }
    }

    /// What the counterfoils tell apart, the book must be sound.
    private static func checkRecords(of book: Book, _ verified: (Int) -> Void) throws {
        let findings = try book.verify(.full, progress: verified).findings
        if let first = findings.first(where: { $0.field != "counterfoils" }) {
            throw first.fault
        }
    }
}
