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
        var expected = Dictionary(uniqueKeysWithValues: pools.map { ($0.value, $0.key) })
        for row in try reader.rows("SELECT id, head, fund, round, year, mark FROM pool") {
            let id = try row.whole(0)
            guard let key = expected.removeValue(forKey: id) else {
                findings.add(nil, "pool.id", "No record moves pool \(id).")
                continue
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

    private func compareAccounts(_ reader: Reader) throws {
        var missing = Dictionary(
            uniqueKeysWithValues: accounts.indices.map { (accounts[$0].name, $0) })
        let rows = try reader.rows(
            """
            SELECT name, id, head, accountSet, side, floored, pool, owner, debits, credits, entry, line, date
            FROM account
            """)
        for row in rows {
            let name = try row.text(0)
            guard let place = missing.removeValue(forKey: name) else {
                findings.add(nil, "account.name", "No record moves \(name).")
                continue
            }
            let account = accounts[place]
            findings.catching(account.entry, "account") { try compare(row, account, name) }
        }
        for place in missing.values.sorted() {
            findings.add(
                accounts[place].entry, "account.name", "\(accounts[place].name) is missing.")
        }
    }

    private func compare(_ row: Row, _ rebuilt: RebuiltAccount, _ name: String) throws {
        let traits = rebuilt.account.head.traits
        let numbers: [(Int, String, Int)] = [
            (1, "account.id", rebuilt.id), (4, "account.side", traits.side),
            (5, "account.floored", traits.floored), (6, "account.pool", rebuilt.pool),
            (8, "account.debits", Int(rebuilt.debits)),
            (9, "account.credits", Int(rebuilt.credits)),
            (10, "account.entry", rebuilt.entry), (11, "account.line", rebuilt.line),
        ]
        for (index, field, expected) in numbers {
            let stored = try row.whole(index)
            findings.check(
                stored == expected, rebuilt.entry, field,
                "\(name) has \(stored), the records come to \(expected).")
        }
        let texts: [(Int, String, String?)] = [
            (2, "account.head", rebuilt.account.head.rawValue),
            (3, "account.accountSet", traits.set.rawValue),
            (7, "account.owner", rebuilt.account.owner?.description),
            (12, "account.date", rebuilt.date),
        ]
        for (index, field, expected) in texts {
            let stored = try row.textIfAny(index)
            findings.check(
                stored.map { Array($0.utf8) } == expected.map { Array($0.utf8) }, rebuilt.entry,
                field,
                "\(name) has \(Self.said(stored)), the records come to \(Self.said(expected)).")
        }
    }

    private func compareMonths(_ reader: Reader) throws {
        var missing = Set(months.keys)
        let rows = try reader.rows("SELECT pool, month, debits, credits, entry FROM poolMonth")
        for row in rows {
            let key = MonthKey(pool: try row.whole(0), month: try row.text(1))
            guard let month = months[key], missing.remove(key) != nil else {
                findings.add(nil, "poolMonth", "No record moves pool \(key.pool) in \(key.month).")
                continue
            }
            let stored = try [row.whole(2), row.whole(3), row.whole(4)]
            let expected = [Int(month.debits), Int(month.credits), month.entry]
            findings.check(
                stored == expected, month.entry, "poolMonth",
                "Pool \(key.pool) in \(key.month) has \(stored), the records come to \(expected).")
        }
        for key in missing {
            findings.add(
                months[key]?.entry, "poolMonth", "Pool \(key.pool) in \(key.month) is missing.")
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

    /// Floors at the end of every day; entries in the order of their dates cannot break them there.
    private func checkFloors(_ reader: Reader) throws {
        for rebuilt in accounts {
            guard let entry = rebuilt.datedBack, rebuilt.isFloored else { continue }
            let lowest = try reader.lowest(
                id: rebuilt.id, side: rebuilt.account.head.traits.side, from: "")
            findings.check(
                lowest >= .zero, entry, "floor",
                "Dated back, it leaves \(rebuilt.name) at \(lowest.pence) pence at the end of some day."
            )
        }
    }
}
