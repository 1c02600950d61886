import GRDB
import GrantLedger

extension Rebuilding {
    /// Compares the stored transfers of an entry with its record, and moves the balances.
    func checkTransfers(_ stored: [Row], _ entry: Entry) {
        let number = entry.number
        findings.check(
            stored.count == entry.transfers.count, number, "transfers",
            "\(stored.count) are stored, the record has \(entry.transfers.count).")
        let date = entry.date.description
        let dating = Dating(date: date, month: String(date.prefix(7)))
        for (index, (transfer, sides)) in zip(entry.transfers, reading.moves).enumerated() {
            if index < stored.count {
                findings.catching(number, "transfer") {
                    try compare(stored[index], transfer, sides, line: index + 1, of: number)
                }
            }
            move(transfer, sides, line: index + 1, of: number, dating)
        }
        transfers += entry.transfers.count
    }

    /// The day of an entry and its month, spelled once for all its transfers.
    private struct Dating {
        let date: String
        let month: String
    }

    private func compare(
        _ row: Row, _ transfer: Transfer, _ sides: RecordReader.Move, line: Int, of entry: Int
    ) throws {
        let stored = try (
            line: row.whole(1), debit: row.blobIfAny(2), credit: row.blobIfAny(3),
            amount: row.whole(4)
        )
        findings.check(
            stored.line == line, entry, "transfer.line", "It is \(stored.line), not \(line).")
        for (field, found, place) in [
            ("transfer.debit", stored.debit, sides.debit),
            ("transfer.credit", stored.credit, sides.credit),
        ] {
            let name = reading.known[place].name
            findings.check(
                found?.elementsEqual(name.utf8) == true, entry, field,
                "Line \(line) has \(Self.said(found)), the record \(Self.said(name)).")
        }
        findings.check(
            Int64(stored.amount) == transfer.amount.pence, entry, "transfer.amountPence",
            "Line \(line) has \(stored.amount), the record \(transfer.amount.pence).")
    }

    private func move(
        _ transfer: Transfer, _ sides: RecordReader.Move, line: Int, of entry: Int,
        _ dating: Dating
    ) {
        findings.check(
            transfer.debit.head.traits.set == transfer.credit.head.traits.set
                && sides.debit != sides.credit, entry, "transfers",
            "Line \(line) does not stay within one set.")
        findings.check(
            transfer.amount > .zero && transfer.amount <= Money.greatest, entry, "transfers",
            "Line \(line) moves \(transfer.amount.pence) pence.")
        move(sides.debit, transfer.amount.pence, 0, line: line, of: entry, dating)
        move(sides.credit, 0, transfer.amount.pence, line: line, of: entry, dating)
    }

    private func move(
        _ known: Int, _ debit: Int64, _ credit: Int64, line: Int, of entry: Int, _ dating: Dating
    ) {
        let place = places[known] ?? opened(known)
        accounts[place].move(debit, credit, line: line, of: entry, on: dating.date)
        let moved = accounts[place]
        let balance =
            moved.isDebitNormal ? moved.debits &- moved.credits : moved.credits &- moved.debits
        findings.check(
            !moved.isFloored || balance >= 0, entry, "floor",
            "Line \(line) leaves \(moved.name) at \(balance) pence.")
        let month = MonthKey(pool: moved.pool, month: dating.month)
        months[month, default: RebuiltMonth()].move(debit, credit)
        touched.insert(month)
    }

    private func opened(_ known: Int) -> Int {
        let (name, account) = (reading.known[known].name, reading.known[known].account)
        let key = PoolKey(
            head: account.head, fund: account.fund?.description ?? "",
            round: account.round?.description ?? "", year: account.year?.start ?? 0,
            mark: account.mark?.rawValue ?? "")
        let pool = pools[key] ?? pools.count + 1
        pools[key] = pool
        accounts.append(
            RebuiltAccount(account: account, name: name, id: accounts.count + 1, pool: pool))
        places[known] = accounts.count - 1
        return accounts.count - 1
    }

    /// Stamps the months that a commit has moved with its newest entry.
    func settleMonths() {
        for month in touched { months[month]?.entry = last }
        touched.removeAll(keepingCapacity: true)
    }
}
