import GRDB
import GrantLedger

extension Rebuilding {
    /// Compares every account, row by row, with what the records come to.
    func compareAccounts(_ reader: Reader) throws {
        let row = try RawStatement(
            reader.db,
            """
            SELECT id, name, head, accountSet, side, floored, pool, owner, debits, credits, entry, line, date
            FROM account ORDER BY id
            """)
        defer { row.reset() }
        var met = 0
        while try row.step() {
            let (id, name) = (try row.whole(0), Self.text(try row.text(1)))
            guard let place = accounts.place(ofID: id) else {
                findings.add(nil, "account.name", "No record moves \(name).")
                continue
            }
            met += 1
            let rebuilt = accounts[place]
            findings.catching(Int(rebuilt.entry), "account") {
                try compare(row, rebuilt, at: place, name)
            }
        }
        findings.check(
            met == accounts.count, nil, "account.id",
            "\(accounts.count - met) accounts that records move are missing.")
    }

    private func compare(
        _ row: RawStatement, _ rebuilt: RebuiltAccount, at place: Int, _ name: String
    ) throws {
        guard let account = Account(name) else {
            throw BookFault.damaged(what: "\(name) is not the name of an account")
        }
        let (entry, traits) = (Int(rebuilt.entry), account.head.traits)
        func number(_ column: Int32, _ field: String, _ expected: Int) throws {
            let stored = try row.whole(column)
            findings.check(
                stored == expected, entry, field,
                "\(name) has \(stored), the records come to \(expected).")
        }
        func text(_ column: Int32, _ field: String, _ expected: String?) throws {
            let stored = try row.textIfAny(column)
            let isSame =
                if let stored, let expected { stored.elementsEqual(expected.utf8) } else {
                    stored == nil && expected == nil
                }
            findings.check(
                isSame, entry, field,
                "\(name) has \(Self.said(stored)), the records come to \(Self.said(expected)).")
        }
        try number(0, "account.id", place + 1)
        try text(2, "account.head", account.head.rawValue)
        try text(3, "account.accountSet", traits.set.rawValue)
        try number(4, "account.side", traits.side)
        try number(5, "account.floored", traits.floored)
        try number(6, "account.pool", Int(rebuilt.pool))
        try text(7, "account.owner", account.owner?.description)
        try number(8, "account.debits", Int(rebuilt.debits))
        try number(9, "account.credits", Int(rebuilt.credits))
        try number(10, "account.entry", entry)
        try number(11, "account.line", Int(rebuilt.line))
        try text(12, "account.date", Day(compact: rebuilt.date)?.description)
    }

    private static func text(_ bytes: UnsafeRawBufferPointer) -> String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// Floors at the end of every day; entries in the order of their dates cannot break them there.
    func checkFloors(_ reader: Reader) throws {
        for (place, entry) in datedBack.sorted(by: { $0.key < $1.key }) {
            let head = pools[Int(accounts[place].pool) - 1].head
            guard let id = accounts.id(at: place) else { continue }
            let lowest = try reader.lowest(id: id, side: head.traits.side, from: "")
            guard lowest < .zero else { continue }
            let name = try reader.first("SELECT name FROM account WHERE id = ?", [id])?.text(0)
            findings.add(
                entry, "floor",
                "Dated back, it leaves \(name ?? "an account") at \(lowest.pence) pence at the end of some day."
            )
        }
    }
}
