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
    /// - Throws: ``BookFault`` where the book cannot be used at all.
    public func verify(
        _ depth: Depth = .quick, progress: (Int) -> Void = { _ in }
    ) throws -> Verdict {
        let findings = Findings()
        damage.forEach(findings.add)
        switch standing {
        case .well, .diedBetween, .noCounterfoils: break
        default: findings.add(nil, "counterfoils", standing.message)
        }
        let rebuilding = Rebuilding(book: id, findings)
        guard depth != .quick else { return verdict(findings, rebuilding) }
        let file = try checkingFile()
        try rebuild(rebuilding, findings, progress)
        try file.value().forEach(findings.add)
        checkCounterfoils(findings)
        var judged = 0
        if depth == .rules, findings.count == 0 {
            judged = try judgeAgain(findings, upTo: rebuilding.last)
        }
        return verdict(findings, rebuilding, judged: judged)
    }

    private func verdict(_ findings: Findings, _ rebuilding: Rebuilding, judged: Int = 0) -> Verdict
    {
        Verdict(
            findings: findings.first, count: findings.count, entries: rebuilding.last,
            transfers: rebuilding.transfers, judged: judged, standing: standing)
    }

    /// SQLite's own check, on a connection and a processor of its own; that of a book in memory is
    /// made at once.
    private func checkingFile() throws -> Ahead<[Finding]> {
        guard !path.isEmpty else {
            let found = try read(Self.checkFile)
            return Ahead(given: found)
        }
        return Ahead { [path] in
            try BookFault.explained(path: path) {
                try Connection.open(path, readonly: true).read { db in
                    try Self.checkFile(Reader(db))
                }
            }
        }
    }

    private static func checkFile(_ reader: Reader) -> [Finding] {
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
