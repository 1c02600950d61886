import GRDB
import GrantLedger
import GrantSeal

extension Rebuilding {
    /// Takes the row of the journal stepped to with the rows under it, and compares all with its record.
    func take(_ slice: inout JournalSlice, from reader: Reader) throws {
        let number = try slice.journal.whole(0)
        findings.check(
            number == lastRead + 1, number, "number",
            number == lastRead + 2
                ? "Entry \(lastRead + 1) is missing before it."
                : "Entries \(lastRead + 1) to \(number - 1) are missing before it.")
        lastRead = number
        findings.catching(number, "journal") {
            let bytes = try slice.journal.text(15)
            try checkLink(slice.journal, bytes, number)
            guard let record = scanned(bytes, number) else { return }
            if record.batch != batch { settleMonths() }
            try checkColumns(slice.journal, record)
            checkRules(record)
            try checkTransfers(&slice.transfers, record, reader)
            try checkVersions(&slice.versions, record, reader)
            try checkRests(&slice.rests, record)
            try checkApproval(&slice.approvals, record, reader)
            if record.reverses != nil || record.kind == .reverseEntry {
                try checkReversal(try Reader.entry(from: Array(bytes), number: number), reader)
            }
            finish(record)
        }
    }

    private func checkLink(
        _ row: RawStatement, _ bytes: UnsafeRawBufferPointer, _ number: Int
    ) throws {
        let stored = Chain(bytes: Array(try row.blob(16)))
        let expected = chain.after(bytes)
        findings.check(
            stored == expected, number, "chain",
            "The record and the entry before do not come to its chain hash.")
        chain = stored ?? expected
    }

    /// The record taken apart; nil, with a finding of what it is not, where it is none.
    private func scanned(_ bytes: UnsafeRawBufferPointer, _ number: Int) -> RecordScan? {
        if let record = try? RecordScan(bytes) { return record }
        findings.catching(number, "record") {
            _ = try Reader.entry(from: Array(bytes), number: number)
            findings.add(number, "record", "It holds what a record does not hold.")
        }
        return nil
    }

    private func checkColumns(_ row: RawStatement, _ record: RecordScan) throws {
        let entry = record.number
        func number(_ column: Int32, _ field: String, _ recorded: Int?) throws {
            let stored = try row.wholeIfAny(column)
            findings.check(
                stored == recorded, entry, field,
                "The column has \(Self.said(stored)), the record \(Self.said(recorded)).")
        }
        func text(_ column: Int32, _ field: String, _ recorded: ScannedText?) throws {
            let stored = try row.textIfAny(column)
            findings.check(
                record.holds(recorded, stored), entry, field,
                "The column has \(Self.said(stored)), the record \(Self.said(recorded.map(record.string)))."
            )
        }
        try number(0, "number", record.number)
        try number(1, "batch", record.batch)
        try text(2, "kind", record.kindText)
        try text(3, "date", record.dateText)
        try text(4, "recordedAt", record.recordedAt)
        try text(5, "user", record.user)
        try text(6, "login", record.login)
        try text(7, "approver", record.approver)
        try text(8, "approverLogin", record.approverLogin)
        try number(9, "reverses", record.reverses)
        try text(10, "key", record.key)
        try number(11, "transfers", record.moves.count)
        try number(12, "puts", record.rows.count)
        try number(13, "rests", record.rests.count)
        try number(14, "rules", record.rules)
    }

    private func checkRules(_ record: RecordScan) {
        let number = record.number
        findings.check(record.format == Entry.format, number, "format", "It is \(record.format).")
        findings.check(
            record.holds(record.book, book.utf8), number, "book",
            "It is of book \(record.string(record.book)), not of \(book).")
        findings.check(
            record.batch == batch || record.batch == number, number, "batch",
            "\(record.batch) is not the commit before, nor a new one.")
        findings.check(
            (record.approver == nil) == (record.approverLogin == nil), number, "approver",
            "A second person has a code and a login.")
        let isFirst = record.isSame(record.approver, record.user)
        let isFirstLogin = record.isSame(record.approverLogin, record.login)
        findings.check(
            !isFirst && !isFirstLogin, number, "approver", "The second person is the first.")
        findings.check(
            record.flags.contains(.clockBehind)
                || record.string(record.recordedAt) >= recordedAt, number, "recordedAt",
            "The clock was behind the entry before, and no flag says so.")
        guard !closedYears.isEmpty else { return }
        let year = FinancialYear(containing: record.date).description
        findings.check(
            !closedYears.contains(year) || [.adjustLate, .reopenYear].contains(record.kind),
            number, "date", "\(year) is closed.")
    }

    /// An approved entry is what its first person prepared, and the book says so beside it.
    private func checkApproval(
        _ approvals: inout RowsUnder?, _ record: RecordScan, _ reader: Reader
    ) throws {
        guard approvals != nil else { return }
        let number = record.number
        let isStored = try approvals?.next(under: number) ?? false
        let stored = isStored ? try approvals?.row.whole(1) : nil
        findings.check(
            stored == record.prepared, number, "prepared",
            "The book has \(Self.said(stored)), the record \(Self.said(record.prepared)).")
        findings.check(
            (record.prepared == nil) == (record.approver == nil), number, "prepared",
            "What a second person approved was prepared.")
        guard let prepared = record.prepared else { return }
        let first = try reader.entry(prepared)
        let isFirst =
            first.map {
                $0.kind == .prepareEntry && record.holds(record.user, $0.user.utf8)
                    && record.holds(record.login, $0.login.utf8)
            } ?? false
        findings.check(isFirst, number, "prepared", "Entry \(prepared) did not prepare it.")
    }

    private func finish(_ record: RecordScan) {
        batch = record.batch
        recordedAt = record.string(record.recordedAt)
        last = record.number
    }
}

extension RecordScan {
    /// Whether a text is the one that is stored, or both are absent.
    fileprivate func holds(_ text: ScannedText?, _ stored: UnsafeRawBufferPointer?) -> Bool {
        guard let text, let stored else { return text == nil && stored == nil }
        return holds(text, stored)
    }

    /// Whether a text is there and the same as another.
    fileprivate func isSame(_ text: ScannedText?, _ other: ScannedText) -> Bool {
        text.map { holds($0, other.plain(in: bytes)) } ?? false
    }
}
