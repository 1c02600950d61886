import GRDB
import GrantLedger
import GrantSeal

extension Rebuilding {
    /// Takes the next row of the journal with the rows under it, and compares all with its record.
    func take(_ row: JournalSlice.JournalRow, from reader: Reader) {
        let number = row.number
        findings.check(
            number == lastRead + 1, number, "number",
            number == lastRead + 2
                ? "Entry \(lastRead + 1) is missing before it."
                : "Entries \(lastRead + 1) to \(number - 1) are missing before it.")
        lastRead = number
        findings.catching(number, "journal") {
            let bytes = try row.cells.blob(15)
            try checkLink(row, bytes)
            guard let entry = decoded(bytes, number) else { return }
            try checkColumns(row.cells, entry)
            if entry.batch != batch { settleMonths() }
            checkRules(entry)
            checkTransfers(row.transfers, entry)
            checkVersions(row.versions, entry)
            checkRests(row.rests, entry)
            try checkApproval(entry, reader)
            if entry.reverses != nil || entry.kind == .reverseEntry {
                try checkReversal(entry, reader)
            }
            finish(entry)
        }
    }

    private func checkLink(_ row: JournalSlice.JournalRow, _ bytes: [UInt8]) throws {
        let stored = Chain(bytes: try row.cells.blob(16))
        let expected = chain.after(bytes)
        findings.check(
            stored == expected, row.number, "chain",
            "The record and the entry before do not come to its chain hash.")
        chain = stored ?? expected
    }

    private func decoded(_ bytes: [UInt8], _ number: Int) -> Entry? {
        do {
            guard let tree = Canonical(bytes: bytes) else {
                throw BookFault.damaged(what: "the record of entry \(number) is not canonical")
            }
            let entry = try reading.entry(tree)
            findings.check(
                entry.bytes == bytes, number, "record", "It holds what a record does not hold.")
            return entry
        } catch {
            findings.add(
                number, "record", (error as? BookFault)?.message ?? "It is not a record: \(error).")
            return nil
        }
    }

    private func checkColumns(_ cells: Row, _ entry: Entry) throws {
        let numbers: [(Int, String, Int?)] = [
            (0, "number", entry.number), (1, "batch", entry.batch), (9, "reverses", entry.reverses),
            (11, "transfers", entry.transfers.count), (12, "puts", entry.puts.count),
            (13, "rests", entry.rests.count), (14, "rules", entry.rules),
        ]
        for (index, field, recorded) in numbers {
            let stored = try cells.wholeIfAny(index)
            findings.check(
                stored == recorded, entry.number, field,
                "The column has \(Self.said(stored)), the record \(Self.said(recorded)).")
        }
        let texts: [(Int, String, String?)] = [
            (2, "kind", entry.kind.rawValue), (3, "date", entry.date.description),
            (4, "recordedAt", entry.recordedAt), (5, "user", entry.user), (6, "login", entry.login),
            (7, "approver", entry.approver), (8, "approverLogin", entry.approverLogin),
            (10, "key", entry.key),
        ]
        for (index, field, recorded) in texts {
            let stored = try cells.blobIfAny(index)
            findings.check(
                stored == recorded.map { Array($0.utf8) }, entry.number, field,
                "The column has \(Self.said(stored)), the record \(Self.said(recorded)).")
        }
    }

    private func checkRules(_ entry: Entry) {
        let number = entry.number
        findings.check(entry.format == Entry.format, number, "format", "It is \(entry.format).")
        findings.check(
            entry.book == book, number, "book", "It is of book \(entry.book), not of \(book).")
        findings.check(
            entry.batch == batch || entry.batch == number, number, "batch",
            "\(entry.batch) is not the commit before, nor a new one.")
        findings.check(
            (entry.approver == nil) == (entry.approverLogin == nil), number, "approver",
            "A second person has a code and a login.")
        findings.check(
            entry.approver != entry.user && entry.approverLogin != entry.login, number, "approver",
            "The second person is the first.")
        findings.check(
            entry.recordedAt >= recordedAt || entry.flags.contains(.clockBehind), number,
            "recordedAt",
            "The clock was behind the entry before, and no flag says so.")
        let year = FinancialYear(containing: entry.date).description
        findings.check(
            !closedYears.contains(year)
                || ["adjustLate", "reopenYear"].contains(entry.kind.rawValue),
            number, "date", "\(year) is closed.")
    }

    /// An approved entry is what its first person prepared, and the book says so beside it.
    private func checkApproval(_ entry: Entry, _ reader: Reader) throws {
        guard reader.schema > 1 else { return }
        let stored = try reader.first(
            "SELECT prepared FROM approval WHERE entry = ?", [entry.number])
        let prepared = try stored.map { try $0.whole(0) }
        findings.check(
            prepared == entry.prepared, entry.number, "prepared",
            "The book has \(Self.said(prepared)), the record \(Self.said(entry.prepared)).")
        findings.check(
            (entry.prepared == nil) == (entry.approver == nil), entry.number, "prepared",
            "What a second person approved was prepared.")
        guard let number = entry.prepared else { return }
        let first = try reader.entry(number)
        findings.check(
            first?.kind == .prepareEntry && first?.user == entry.user
                && first?.login == entry.login, entry.number, "prepared",
            "Entry \(number) did not prepare it.")
    }

    private func finish(_ entry: Entry) {
        batch = entry.batch
        recordedAt = entry.recordedAt
        last = entry.number
    }

    /// What a finding shows of a value.
    static func said(_ value: Int?) -> String { value.map(String.init) ?? "nothing" }
    /// What a finding shows of a text.
    static func said(_ value: String?) -> String { value.map { "“\($0)”" } ?? "nothing" }
    /// What a finding shows of stored bytes.
    static func said(_ value: [UInt8]?) -> String {
        said(value.map { String(decoding: $0, as: UTF8.self) })
    }
}
