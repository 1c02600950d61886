import GRDB
import GrantLedger

extension Rebuilding {
    /// Compares the stored versions of an entry with its record.
    func checkVersions(
        _ stored: inout RowsUnder, _ record: RecordScan, _ reader: Reader
    ) throws {
        let number = record.number
        let writers = try RawStatement(
            reader.db, "SELECT max(entry) FROM version WHERE register = ? AND key = ? AND entry < ?"
        )
        var count = 0
        for (index, put) in record.rows.enumerated() {
            let key = put.key.plain(in: record.bytes)
            if try stored.next(under: number) {
                count += 1
                try compare(stored.row, put, key, record, line: index + 1)
            }
            let was = try writer(of: put.register, key, before: number, writers)
            findings.check(
                put.was == was, number, "puts.was",
                "\(put.register) \(record.string(put.key)) was written by \(Self.said(was)), not \(Self.said(put.was))."
            )
            try note(put, record)
        }
        while try stored.next(under: number) { count += 1 }
        findings.check(
            count == record.rows.count, number, "puts",
            "\(count) versions are stored, the record has \(record.rows.count).")
    }

    /// The entry that wrote a row before, by the versions stored, which are compared with their records.
    private func writer(
        of register: Register, _ key: [UInt8], before number: Int, _ writers: RawStatement
    ) throws -> Int? {
        writers.bind(register.rawValue, RawText(bytes: key), number)
        defer { writers.reset() }
        guard try writers.step() else { return nil }
        return try writers.wholeIfAny(0)
    }

    private func compare(
        _ row: RawStatement, _ put: RecordScan.Row, _ key: [UInt8], _ record: RecordScan,
        line: Int
    ) throws {
        let number = record.number
        let found = try row.whole(1)
        findings.check(found == line, number, "version.line", "It is \(found), not \(line).")
        func check(_ column: Int32, _ field: String, _ recorded: (some Collection<UInt8>)?) throws {
            let stored = try row.textIfAny(column)
            let isSame =
                if let stored, let recorded { stored.elementsEqual(recorded) } else {
                    stored == nil && recorded == nil
                }
            findings.check(
                isSame, number, field,
                "Line \(line) has \(Self.said(stored)), the record \(Self.said(recorded.map { String(decoding: $0, as: UTF8.self) }))."
            )
        }
        try check(2, "version.register", put.register.rawValue.utf8)
        try check(3, "version.key", key)
        try check(4, "version.row", put.row.map { record.bytes[$0] })
    }

    /// Remembers what later checks need of a row.
    private func note(_ put: RecordScan.Row, _ record: RecordScan) throws {
        guard put.register == .organisation || put.register == .year, let place = put.row,
            case .object(let fields)? = Canonical(bytes: Array(record.bytes[place]))
        else { return }
        let key = record.string(put.key)
        if put.register == .organisation, case .text(let commitment)? = fields["contact"] {
            commitments[commitment] = key
        }
        if put.register == .year, case .text(let status)? = fields["status"] {
            if status == "closed" { closedYears.insert(key) } else { closedYears.remove(key) }
        }
    }

    /// Compares the stored rests of an entry with its record.
    func checkRests(_ stored: inout RowsUnder, _ record: RecordScan) throws {
        let number = record.number
        var found: [Int] = []
        var lines: [Int] = []
        while try stored.next(under: number) {
            lines.append(try stored.row.whole(1))
            found.append(try stored.row.whole(2))
        }
        findings.check(
            found == record.rests, number, "rest.under",
            "\(found) are stored, the record has \(record.rests).")
        findings.check(
            lines.elementsEqual(lines.indices.lazy.map { $0 + 1 }), number, "rest.line",
            "They are \(lines).")
        let isAscending = zip(record.rests, record.rests.dropFirst()).allSatisfy { $0 < $1 }
        let isEarlier = record.rests.allSatisfy { $0 >= 1 && $0 < number }
        findings.check(
            isAscending && isEarlier, number, "rests", "They are not earlier entries in order.")
    }
}
