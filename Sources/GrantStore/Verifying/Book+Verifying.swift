import GRDB
import GrantLedger

extension Book {
    /// Verifies the book, names every fault, and repairs none.
    ///
    /// Entries are read in slices, each its own short read, so that no commit waits; what is kept
    /// beside the journal is compared in the last one. SQLite's own check of the file runs beside.
    ///
    /// - Parameters:
    ///   - depth: how much is verified.
    ///   - progress: called with the number of the last entry looked at.
    /// - Returns: the first hundred faults, and what was looked at.
    /// - Throws: ``BookFault`` where the book cannot be used at all, or the disk failed: what then
    ///   looked like damage may be none.
    public func verify(
        _ depth: Depth = .quick, progress: (Int) -> Void = { _ in }
    ) throws -> Verdict {
        let failed = FailedReads.count
        let verdict = try judged(depth, progress: progress)
        if !verdict.isSound, let fault = FailedReads.fault(since: failed, path: path) {
            throw fault
        }
        return verdict
    }

    private func judged(_ depth: Depth, progress: (Int) -> Void) throws -> Verdict {
        let findings = Findings()
        damage.forEach(findings.add)
        switch standing {
        case .well, .diedBetween, .noCounterfoils: break
        // Their lines are compared below, and each told.
        case .edited where depth != .quick, .gap where depth != .quick: break
        default: findings.add(nil, "counterfoils", standing.message)
        }
        let rebuilding = Rebuilding(book: id, findings)
        guard depth != .quick else {
            if findings.count == 0 { checkCounterfoils(findings) }
            return try verdict(findings, rebuilding)
        }
        let file = checkingFile()
        try rebuild(rebuilding, findings, progress)
        findings.catching(nil, "file") { try file.value().forEach(findings.add) }
        checkCounterfoils(findings)
        var judged = 0
        if depth == .rules, findings.count == 0 {
            judged = try judgeAgain(findings, upTo: rebuilding.last)
        }
        return try verdict(findings, rebuilding, judged: judged)
    }

    private func verdict(
        _ findings: Findings, _ rebuilding: Rebuilding, judged: Int = 0
    ) throws -> Verdict {
        if let trouble = findings.trouble { throw trouble.told(of: path) }
        return Verdict(
            findings: findings.first, count: findings.count, entries: rebuilding.last,
            transfers: rebuilding.transfers, judged: judged, standing: standing)
    }

    /// SQLite's own check, on a connection and a processor of its own where the book is a file.
    private func checkingFile() -> Ahead<[Finding]> {
        guard !path.isEmpty else { return Ahead(given: Result { try read(Self.checkFile) }) }
        return Ahead { [path] in
            try BookFault.explained(path: path) {
                try Connection.open(path, readonly: true).read { try Self.checkFile(Reader($0)) }
            }
        }
    }

    private static func checkFile(_ reader: Reader) throws -> [Finding] {
        let findings = Findings()
        findings.catching(nil, "file") {
            for row in try reader.rows("PRAGMA integrity_check(100)") {
                let text = try row.text(0)
                findings.check(text == "ok", nil, "file", "SQLite says: \(text).")
            }
            for row in try reader.rows("PRAGMA foreign_key_check") {
                let (table, parent) = (try row.text(0), try row.text(2))
                findings.add(nil, table, "A row refers to a row of \(parent) that is not there.")
            }
        }
        if let trouble = findings.trouble { throw trouble }
        return findings.first
    }

    private func rebuild(
        _ rebuilding: Rebuilding, _ findings: Findings, _ progress: (Int) -> Void
    ) throws {
        var isDone = false
        while !isDone {
            let isReadable = findings.catching(nil, "file") {
                isDone = try read { reader in
                    guard try slice(rebuilding, reader) < JournalSlice.most else { return false }
                    rebuilding.compareKept(with: reader)
                    return true
                }
            }
            if !isReadable { isDone = true }
            progress(rebuilding.last)
        }
    }

    /// Takes the next slice of the journal; how many entries it had.
    private func slice(_ rebuilding: Rebuilding, _ reader: Reader) throws -> Int {
        var slice = try JournalSlice(reader, after: rebuilding.lastRead)
        defer { slice.end() }
        var count = 0
        while try slice.journal.step() {
            try rebuilding.take(&slice, from: reader)
            count += 1
        }
        return count
    }
}
