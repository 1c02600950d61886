import GRDB
import GrantLedger

extension Rebuilding {
    /// Compares the stored versions of an entry with its record, and takes them as they now stand.
    func checkVersions(_ stored: [Row], _ entry: Entry) {
        let number = entry.number
        findings.check(
            stored.count == entry.puts.count, number, "puts",
            "\(stored.count) versions are stored, the record has \(entry.puts.count).")
        for (index, put) in entry.puts.enumerated() {
            if index < stored.count {
                findings.catching(number, "version") {
                    try compare(stored[index], put, line: index + 1, of: number)
                }
            }
            let key = RowKey(register: put.register, key: Array(put.key.utf8))
            findings.check(
                put.was == rows[key], number, "puts.was",
                "\(put.register) \(put.key) was written by \(Self.said(rows[key])), not \(Self.said(put.was))."
            )
            rows[key] = number
            note(put)
        }
    }

    private func compare(_ row: Row, _ put: Put, line: Int, of entry: Int) throws {
        let found = try row.whole(1)
        findings.check(found == line, entry, "version.line", "It is \(found), not \(line).")
        let texts: [(Int, String, [UInt8]?)] = [
            (2, "version.register", Array(put.register.rawValue.utf8)),
            (3, "version.key", Array(put.key.utf8)), (4, "version.row", put.row?.bytes),
        ]
        for (index, field, recorded) in texts {
            let stored = try row.blobIfAny(index)
            findings.check(
                stored == recorded, entry, field,
                "Line \(line) has \(Self.said(stored)), the record \(Self.said(recorded)).")
        }
    }

    /// Remembers what later checks need of a row.
    private func note(_ put: Put) {
        guard case .object(let fields)? = put.row else { return }
        if put.register == .organisation, case .text(let commitment)? = fields["contact"] {
            commitments[commitment] = put.key
        }
        if put.register.rawValue == "year", case .text(let status)? = fields["status"] {
            if status == "closed" {
                closedYears.insert(put.key)
            } else {
                closedYears.remove(put.key)
            }
        }
    }

    /// Compares the stored rests of an entry with its record.
    func checkRests(_ stored: [Row], _ entry: Entry) {
        let number = entry.number
        findings.catching(number, "rest") {
            let found = try stored.map { try $0.whole(2) }
            findings.check(
                found == entry.rests, number, "rest.under",
                "\(found) are stored, the record has \(entry.rests).")
            let lines = try stored.map { try $0.whole(1) }
            findings.check(
                lines == Array(1..<(lines.count + 1)), number, "rest.line", "They are \(lines).")
        }
        let isAscending = zip(entry.rests, entry.rests.dropFirst()).allSatisfy { $0 < $1 }
        let isEarlier = entry.rests.allSatisfy { (1..<max(number, 1)).contains($0) }
        findings.check(
            isAscending && isEarlier, number, "rests", "They are not earlier entries in order.")
    }

    /// Checks that a reversal undoes the whole of an entry, once.
    ///
    /// A late adjustment that does passes income and expenditure on besides; the count of a year's
    /// adjustments is not put back.
    func checkReversal(_ entry: Entry, _ reader: Reader) throws {
        let number = entry.number
        guard let target = entry.reverses, [.reverseEntry, .adjustLate].contains(entry.kind) else {
            return findings.add(
                number, "reverses", "A reversal says what it reverses; nothing else does.")
        }
        if let first = reversed[target] {
            findings.add(number, "reverses", "Entry \(target) was reversed by entry \(first).")
        }
        reversed[target] = number
        guard target < number, let undone = try reader.entry(target) else {
            return findings.add(number, "reverses", "There is no earlier entry \(target).")
        }
        let isWhole =
            entry.kind == .adjustLate
            ? undone.transfers.count <= entry.transfers.count
            : undone.transfers.count == entry.transfers.count
        let isOpposite =
            isWhole
            && zip(undone.transfers.reversed(), entry.transfers).allSatisfy { first, second in
                first.debit == second.credit && first.credit == second.debit
                    && first.amount == second.amount
            }
        findings.check(
            isOpposite, number, "transfers",
            "They are not those of entry \(target) the other way round.")
        findings.check(
            undone.date == entry.date, number, "date", "It is not that of entry \(target).")
        let puts = undone.puts.filter { $0.register != .year }
        let backs = entry.puts.filter { $0.register != .year }
        findings.check(
            puts.map { [$0.register.rawValue, $0.key] }
                == backs.map { [$0.register.rawValue, $0.key] }, number, "puts",
            "They are not the rows of entry \(target).")
        for (put, back) in zip(puts, backs) {
            let before = try put.was.flatMap { try reader.entry($0) }?.puts
                .first { $0.register == put.register && $0.key == put.key }
            findings.check(
                before?.row?.bytes == back.row?.bytes, number, "puts",
                "\(put.register) \(put.key) is not put back as it was before entry \(target).")
        }
    }
}
