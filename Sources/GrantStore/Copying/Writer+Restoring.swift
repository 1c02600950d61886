extension Writer {
    /// Puts a backup back as a book where none is.
    ///
    /// The backup is verified in full, written aside with its counterfoils, verified in full again, and
    /// only then given its names. The backup stays as it is.
    ///
    /// - Parameters:
    ///   - backup: where the backup is.
    ///   - path: where the book will be; neither it nor its counterfoils may be there.
    ///   - verified: called with the number of the last entry that was verified, of the one and then of
    ///     the other.
    /// - Returns: what the backup holds, and what was put back.
    /// - Throws: ``BookFault`` where the backup is not sound or the book cannot be written; nothing has
    ///   its name then.
    public static func restore(
        _ backup: String, to path: String, verified: (Int) -> Void = { _ in }
    ) throws -> (backup: Book.Held, restored: Copy) {
        let book = try Book(reading: backup)
        AsidePlace.clear(beside: BookPlace(path))
        try checkIsFree(path)
        try FileSystem.checkKeepsLocks(path)
        let copy = try BookCopy(to: path, permits: try FilePermits(restoring: backup))
        defer { copy.remove() }
        try book.verify(.full, progress: verified).check()
        try copy.write(book)
        let restored = try Copy(copy.name(verified), at: path)
        let held = try book.held()
        guard held == restored.held else {
            throw BookFault.damaged(what: "\(path) does not hold what \(backup) holds")
        }
        return (held, restored)
    }

    /// Counterfoils that a lost book left are the witness of what it held: they are not written over.
    private static func checkIsFree(_ path: String) throws {
        let place = BookPlace(path)
        guard FileID(place.book) == nil, FileID(place.counterfoils) != nil else { return }
        throw BookFault.witnessLeft(path: place.counterfoils)
    }
}
