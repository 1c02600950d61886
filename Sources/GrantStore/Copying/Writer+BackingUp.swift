extension Writer {
    /// What was written.
    public struct Copy: Sendable {
        /// What it holds, as read back from it.
        public let held: Book.Held
        /// How it goes together with the counterfoils beside it.
        public let standing: Book.Standing
        /// The size of the book's file in bytes.
        public let bytes: Int

        init(_ held: Book.Held, at path: String) throws {
            self.held = held
            standing = try Book(reading: path).standing
            bytes = try FileSize.bytes(of: path)
        }
    }

    /// Writes a book and its counterfoils to another file, verified in full before it has its name.
    ///
    /// Other writers wait only while it is copied, not while the copy is verified.
    ///
    /// - Parameters:
    ///   - path: where the book is.
    ///   - target: where the backup will be; nothing may be there.
    ///   - wait: how many seconds to wait for the writer's turn.
    ///   - onWait: called once where that takes more than one.
    ///   - verified: called with the number of the last entry of the copy that was verified.
    /// - Returns: what the backup holds.
    /// - Throws: ``BookFault`` where the book is not sound or the backup cannot be written; nothing has
    ///   its name then.
    public static func backUp(
        _ path: String, to target: String, wait: Int = 60,
        onWait: @escaping @Sendable () -> Void = {}, verified: (Int) -> Void = { _ in }
    ) throws -> Copy {
        // What is no book is said to be none, before its counterfoils are missed.
        // Its lines are compared before others have to wait.
        try Book(reading: path).checkEveryCounterfoil()
        let copy = try BookCopy(to: target, permits: try FilePermits(of: path))
        defer { copy.remove() }
        let name = CounterfoilsFile.path(of: path)
        guard let file = try CounterfoilsFile.locked(at: name, wait: wait, onWait: onWait) else {
            throw BookFault.parted(.noCounterfoils)
        }
        do {
            defer { file.release() }
            let book = try Book(reading: path)
            guard book.standing.mayWrite else { throw BookFault.parted(book.standing) }
            if let first = book.damage.first { throw first.fault }
            try copy.write(book)
        }
        return try Copy(copy.name(verified), at: target)
    }
}
