import GRDB
import GrantLedger

extension Recording {
    /// The first counterfoils, where an entry was recorded under the same key with the same content:
    /// that of the entry or, where it waited for a second person, of what prepared it; after that of
    /// an approval that of what was approved.
    func repeated(
        _ kind: Kind, _ asked: Canonical, on occasion: Occasion, dateGiven: Bool
    ) throws -> [Counterfoil] {
        guard let key = occasion.key,
            let row = try reader.first("SELECT number FROM journal WHERE key = ?", [key]),
            let first = try reader.entry(try row.whole(0))
        else { return [] }
        let then = try first.asked
        var differs: [String] = []
        if then.kind != kind { differs.append("kind") }
        if then.act.bytes != asked.bytes { differs.append("act") }
        if first.reference.map({ Array($0.utf8) }) != occasion.reference.map({ Array($0.utf8) }) {
            differs.append("reference")
        }
        if first.documents != occasion.documents { differs.append("documents") }
        if dateGiven, first.date != occasion.date { differs.append("date") }
        guard differs.isEmpty else { throw Refusal.keyTaken(key, by: first, differs: differs) }
        let approved = try kind == .decidePrepared ? reader.entry(first.number + 1) : nil
        return try ([first] + [approved].compactMap(\.self).filter { $0.prepared != nil }).map(
            again)
    }

    /// The counterfoil of an entry that was there before.
    private func again(_ entry: Entry) throws -> Counterfoil {
        Counterfoil(
            entry, chain: try reader.chainHash(at: entry.number) ?? "", dryRun: dryRun,
            repeated: true, moved: try movedThen(by: entry))
    }

    /// The accounts with a limit that an entry moved, with their balances at that time.
    private func movedThen(by entry: Entry) throws -> [Counterfoil.Moved] {
        try entry.transfers.limitedChanges.map { account, limit, change in
            let sql = """
                SELECT debits - (SELECT coalesce(sum(amountPence), 0) FROM transfer
                                 WHERE debit = account.id AND entry > ?1),
                       credits - (SELECT coalesce(sum(amountPence), 0) FROM transfer
                                  WHERE credit = account.id AND entry > ?1)
                FROM account WHERE name = ?2
                """
            guard let row = try reader.first(sql, [entry.number, account.description]) else {
                throw BookFault.damaged(what: "account \(account) is missing")
            }
            let then = try Reader.balance(row, 0)
            let after = then.normal(account.head)
            return .init(account: account, limit: limit, before: after - change, after: after)
        }
    }
}

extension Entry {
    /// What was asked by it: itself or, where it prepared another for its second person, that.
    fileprivate var asked: (kind: Kind, act: Canonical) {
        get throws {
            guard kind == .prepareEntry else { return (kind, act) }
            let prepared = try act.value(PrepareEntry.self)
            return (prepared.asked, prepared.act)
        }
    }
}

extension Refusal {
    static func keyTaken(_ key: String, by first: Entry, differs: [String]) -> Refusal {
        Refusal(
            .keyTaken,
            """
            Key \(key) was used for entry \(first.number) (\(first.kind.rawValue), \(first.date.prose)), \
            and what is asked now differs: \(differs.joined(separator: ", ")).
            """,
            remedy: "Use another key with --once, or ask exactly what was asked then.",
            [Detail("key", key), Detail("entry", first.number), Detail("date", first.date)])
    }
}
