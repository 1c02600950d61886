import GRDB
import GrantLedger

extension Book {
    /// Verifies the book, names every fault, and repairs none.
    ///
    /// Entries are read in slices, each its own short read, so that no commit waits; what is kept
    /// beside the journal is compared in the last one.
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
        try checkFile(findings)
        try rebuild(rebuilding, findings, progress)
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

    private func checkFile(_ findings: Findings) throws {
        findings.catching(nil, "file") {
            try read { reader in
                for row in try reader.rows("PRAGMA integrity_check(100)") {
                    let text = try row.text(0)
                    findings.check(text == "ok", nil, "file", "SQLite says: \(text).")
                }
                for row in try reader.rows("PRAGMA foreign_key_check") {
                    let (table, parent) = (try row.text(0), try row.text(2))
                    findings.add(
                        nil, table, "A row refers to a row of \(parent) that is not there.")
                }
            }
        }
    }

    private func rebuild(
        _ rebuilding: Rebuilding, _ findings: Findings, _ progress: (Int) -> Void
    ) throws {
        var isDone = false
        while !isDone {
            let isReadable = findings.catching(nil, "file") {
                isDone = try read { reader in
                    let slice = try JournalSlice(reader, after: rebuilding.lastRead)
                    for row in slice.rows { rebuilding.take(row, from: reader) }
                    guard slice.rows.count < JournalSlice.most else { return false }
                    rebuilding.compareKept(with: reader)
                    return true
                }
            }
            if !isReadable { isDone = true }
            progress(rebuilding.last)
        }
    }
}
