import GRDB
import GrantLedger
import GrantSeal

extension Writer {
    /// Records the acts that the body enters, in one commit, and returns when it is on disk.
    ///
    /// The order is that of `PROMISES.md`: the writer's turn, the torn line, the book compared with
    /// its counterfoils, the acts, the commit, the line. Whatever is thrown leaves the book as it
    /// was, but for ``BookFault/counterfoilNotWritten(entry:why:)``.
    ///
    /// - Parameters:
    ///   - dryRun: whether to try only; then no byte changes.
    ///   - body: enters the acts.
    /// - Returns: what the body returns.
    /// - Throws: what the body throws; ``BookFault`` where the book cannot be used.
    @discardableResult
    public func record<R>(dryRun: Bool = false, _ body: (Recording) throws -> R) throws -> R {
        try record(dryRun: dryRun, adopting: false, body)
    }

    func record<R>(
        dryRun: Bool, adopting: Bool, _ body: (Recording) throws -> R
    ) throws -> R {
        guard !path.isEmpty else {
            return try commit(dryRun: dryRun, before: { _ in }, body).result
        }
        let name = CounterfoilsFile.path(of: path)
        guard let file = try CounterfoilsFile.locked(at: name, wait: wait, onWait: onWait) else {
            throw BookFault.parted(.noCounterfoils)
        }
        defer { file.release() }
        let found = try file.found(onlyLast: hasComparedLines)
        if !dryRun, case .ends(let ends) = found { try file.cutTornLine(ends) }
        let done = try BookFault.explained(path: path) {
            try commit(
                dryRun: dryRun,
                before: { reader in
                    try checkStanding(reader, file, found, dryRun: dryRun, adopting: adopting)
                }, body)
        }
        if let line = done.line { try append(line, to: file) }
        return done.result
    }

    /// What a commit came to, and its line where it has entries.
    struct Done<R> {
        let result: R
        let line: CounterfoilsFile.Line?
    }

    /// One write transaction, without the counterfoils: who calls holds the writer's turn.
    func commit<R>(
        dryRun: Bool, before: (Reader) throws -> Void, _ body: (Recording) throws -> R
    ) throws -> Done<R> {
        var done: Done<R>?
        try queue.writeWithoutTransaction { db in
            try db.inTransaction(.immediate) {
                let reader = try Reader(db)
                try before(reader)
                let recording = try Recording(reader, book: id, dryRun: dryRun, clock: clock)
                let result = try body(recording)
                if let breach = recording.breach { throw breach }
                let keeps = !dryRun && recording.hasWritten
                if keeps { try recording.flushMonths() }
                done = Done(result: result, line: keeps ? recording.line : nil)
                return keeps ? .commit : .rollback
            }
        }
        guard let done else { throw BookFault.unforeseen("a commit without a result") }
        return done
    }

    private func checkStanding(
        _ reader: Reader, _ file: CounterfoilsFile, _ found: CounterfoilsFile.Found, dryRun: Bool,
        adopting: Bool
    ) throws {
        if reader.newest > 0 {
            let link = try OpeningCheck.newestLink(reader)
            if let first = link.findings.first { throw first.fault }
        }
        let standing = try Book.Standing.compare(
            found, with: reader, book: id, onlyLast: hasComparedLines)
        hasComparedLines = true
        if case .diedBetween(let newest) = standing, !dryRun {
            guard let line = try reader.line(of: newest) else { return }
            return try file.append(line)
        }
        let mayBegin = adopting && standing == .noCounterfoils
        guard standing.mayWrite || mayBegin else { throw BookFault.parted(standing) }
    }

    private func append(_ line: CounterfoilsFile.Line, to file: CounterfoilsFile) throws {
        do { try file.append(line) } catch let fault as BookFault {
            throw BookFault.counterfoilNotWritten(entry: line.number, why: fault.cause)
        }
    }
}

extension Recording {
    /// The line for this commit, where it has entries.
    fileprivate var line: CounterfoilsFile.Line? {
        guard reader.newest >= batch else { return nil }
        return CounterfoilsFile.Line(number: reader.newest, chain: chain, recordedAt: recordedAt)
    }
}

extension Reader {
    /// The line that belongs to the commit which ends with an entry.
    fileprivate func line(of number: Int) throws -> CounterfoilsFile.Line? {
        let sql = "SELECT chain, recordedAt FROM journal WHERE number = ?"
        guard let row = try first(sql, [number]), let chain = Chain(bytes: try row.blob(0)) else {
            return nil
        }
        return CounterfoilsFile.Line(number: number, chain: chain, recordedAt: try row.text(1))
    }
}

extension BookFault {
    /// The system's words, without the sentence around them.
    fileprivate var cause: String {
        if case .disk(_, let why) = self { return why }
        return message
    }
}
