import GRDB
import GrantLedger

extension Rebuilding {
    /// Compares the stored transfers of an entry with its record, and moves the balances.
    func checkTransfers(_ stored: [Row], _ entry: Entry) {
        let number = entry.number
        findings.check(
            stored.count == entry.transfers.count, number, "transfers",
            "\(stored.count) are stored, the record has \(entry.transfers.count).")
        for (index, transfer) in entry.transfers.enumerated() {
            if index < stored.count {
                findings.catching(number, "transfer") {
                    try compare(stored[index], transfer, line: index + 1, of: number)
                }
            }
            move(transfer, line: index + 1, of: entry)
        }
        transfers += entry.transfers.count
    }

    private func compare(_ row: Row, _ transfer: Transfer, line: Int, of entry: Int) throws {
        let stored = try (
            line: row.whole(1), debit: row.blobIfAny(2), credit: row.blobIfAny(3),
            amount: row.whole(4)
        )
        findings.check(
            stored.line == line, entry, "transfer.line", "It is \(stored.line), not \(line).")
        for (field, found, account) in [
            ("transfer.debit", stored.debit, transfer.debit),
            ("transfer.credit", stored.credit, transfer.credit),
        ] {
            let name = account.description
            findings.check(
                found == Array(name.utf8), entry, field,
                "Line \(line) has \(Self.said(found)), the record \(Self.said(name)).")
        }
        findings.check(
            Int64(stored.amount) == transfer.amount.pence, entry, "transfer.amountPence",
            "Line \(line) has \(stored.amount), the record \(transfer.amount.pence).")
    }

    private func move(_ transfer: Transfer, line: Int, of entry: Entry) {
        let number = entry.number
        findings.check(
            transfer.debit.head.traits.set == transfer.credit.head.traits.set
                && transfer.debit != transfer.credit, number, "transfers",
            "Line \(line) does not stay within one set.")
        findings.check(
            transfer.amount > .zero && transfer.amount <= Money.greatest, number, "transfers",
            "Line \(line) moves \(transfer.amount.pence) pence.")
        move(transfer.debit, transfer.amount.pence, 0, line: line, of: entry)
        move(transfer.credit, 0, transfer.amount.pence, line: line, of: entry)
    }

    private func move(
        _ account: Account, _ debit: Int64, _ credit: Int64, line: Int, of entry: Entry
    ) {
        let name = account.description
        let date = entry.date.description
        var moved = accounts[name] ?? opened(account, name)
        moved.debits &+= debit
        moved.credits &+= credit
        (moved.entry, moved.line) = (entry.number, line)
        if date < moved.date, moved.datedBack == nil { moved.datedBack = entry.number }
        moved.date = max(moved.date, date)
        accounts[name] = moved
        let balance =
            account.head.traits.debitNormal
            ? moved.debits &- moved.credits : moved.credits &- moved.debits
        findings.check(
            account.head.traits.limit == nil || balance >= 0, entry.number, "floor",
            "Line \(line) leaves \(name) at \(balance) pence.")
        let month = MonthKey(pool: moved.pool, month: String(date.prefix(7)))
        months[month, default: RebuiltMonth()].debits &+= debit
        months[month, default: RebuiltMonth()].credits &+= credit
    }

    private func opened(_ account: Account, _ name: String) -> RebuiltAccount {
        order.append(name)
        let key = PoolKey(
            head: account.head, fund: account.fund?.description ?? "",
            round: account.round?.description ?? "", year: account.year?.start ?? 0,
            mark: account.mark?.rawValue ?? "")
        let pool = pools[key] ?? pools.count + 1
        pools[key] = pool
        return RebuiltAccount(account: account, id: order.count, pool: pool)
    }

    /// Stamps the months that a commit has moved with its newest entry.
    func touch(_ entry: Entry) {
        let month = String(entry.date.description.prefix(7))
        for transfer in entry.transfers {
            for account in [transfer.debit, transfer.credit] {
                guard let pool = accounts[account.description]?.pool else { continue }
                touched.insert(MonthKey(pool: pool, month: month))
            }
        }
        for month in touched { months[month]?.entry = entry.number }
    }
}
