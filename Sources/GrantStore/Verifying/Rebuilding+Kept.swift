import GRDB
import GrantLedger
import GrantSeal

extension Rebuilding {
    /// Compares all that is kept beside the journal with what the records come to.
    func compareKept(with reader: Reader) {
        settleMonths()
        findings.catching(nil, "head") { try compareHeads(reader) }
        findings.catching(nil, "pool") { try comparePools(reader) }
        findings.catching(nil, "account") { try compareAccounts(reader) }
        findings.catching(nil, "poolMonth") { try compareMonths(reader) }
        findings.catching(nil, "contact") { try compareContacts(reader) }
        findings.catching(nil, "file") { try compareStrays(reader) }
        findings.catching(nil, "floor") { try checkFloors(reader) }
    }

    private func compareHeads(_ reader: Reader) throws {
        var missing = Set(Head.allCases)
        for row in try reader.rows("SELECT code, accountSet, side, floored FROM head") {
            let code = try row.text(0)
            guard let head = Head(rawValue: code), missing.remove(head) != nil else {
                findings.add(nil, "head.code", "\(code) is not a head.")
                continue
            }
            let traits = head.traits
            let isSame =
                try row.text(1) == traits.set.rawValue && row.whole(2) == traits.side
                && row.whole(3) == traits.floored
            findings.check(isSame, nil, "head", "\(code) is not as in the chart.")
        }
        for head in missing { findings.add(nil, "head.code", "\(head) is missing.") }
    }

    private func comparePools(_ reader: Reader) throws {
        var expected = Dictionary(uniqueKeysWithValues: zip(1..., pools))
        try reader.forEachRow("SELECT id, head, fund, round, year, mark FROM pool") { row in
            let id = try row.whole(0)
            guard let key = expected.removeValue(forKey: id) else {
                return findings.add(nil, "pool.id", "No record moves pool \(id).")
            }
            let isSame =
                try row.text(1) == key.head.rawValue && row.text(2) == key.fund
                && row.text(3) == key.round && row.whole(4) == key.year
                && row.text(5) == key.mark
            findings.check(
                isSame, nil, "pool",
                "Pool \(id) is not \(key.head) \(key.fund) \(key.round) \(key.year) \(key.mark).")
        }
        for id in expected.keys.sorted() { findings.add(nil, "pool.id", "Pool \(id) is missing.") }
    }

    private func compareMonths(_ reader: Reader) throws {
        var missing = Set(months.keys)
        let sql = "SELECT pool, month, debits, credits, entry FROM poolMonth"
        try reader.forEachRow(sql) { row in
            let (pool, text) = (try row.whole(0), try row.text(1))
            let key = MonthKey(
                pool: Int32(clamping: pool), month: (Day(text + "-01")?.compact ?? 0) / 100)
            guard let month = months[key], missing.remove(key) != nil else {
                return findings.add(
                    nil, "poolMonth", "No record moves pool \(pool) in \(text).")
            }
            let stored = try [row.whole(2), row.whole(3), row.whole(4)]
            let expected = [Int(month.debits), Int(month.credits), month.entry]
            findings.check(
                stored == expected, month.entry, "poolMonth",
                "Pool \(pool) in \(text) has \(stored), the records come to \(expected).")
        }
        for key in missing {
            findings.add(
                months[key]?.entry, "poolMonth",
                "Pool \(key.pool) is missing in month \(key.month).")
        }
    }

    private func compareContacts(_ reader: Reader) throws {
        let rows = try reader.rows(
            "SELECT commitment, organisation, salt, CAST(text AS BLOB) FROM contact")
        for row in rows {
            let (commitment, organisation) = (try row.text(0), try row.text(1))
            let found = Hex.text(Digest.sha256(of: try row.blob(2) + row.blob(3)))
            findings.check(
                found == commitment, nil, "contact",
                "The contact of \(organisation) is not the one that was committed to.")
            findings.check(
                commitments[commitment] == organisation, nil, "contact",
                "No record of \(organisation) holds the commitment to its contact.")
        }
    }

    /// Rows under entries that are not there.
    private func compareStrays(_ reader: Reader) throws {
        let below = try reader.count("SELECT count(*) FROM journal WHERE number < 1")
        findings.check(below == 0, nil, "number", "\(below) entries have no number above nil.")
        for (table, sql) in [
            (
                "transfer",
                "SELECT count(*) FROM transfer WHERE entry NOT IN (SELECT number FROM journal)"
            ),
            (
                "version",
                "SELECT count(*) FROM version WHERE entry NOT IN (SELECT number FROM journal)"
            ),
            ("rest", "SELECT count(*) FROM rest WHERE entry NOT IN (SELECT number FROM journal)"),
        ] {
            let count = try reader.count(sql)
            findings.check(
                count == 0, nil, table, "\(count) rows are of entries that are not there.")
        }
    }
}
