import GRDB
import GrantLedger

extension Rebuilding {
    /// Compares the stored transfers of an entry with its record, and moves the balances.
    func checkTransfers(
        _ stored: inout RowsUnder, _ record: RecordScan, _ reader: Reader
    ) throws {
        let number = record.number
        var count = 0
        for (index, move) in record.moves.enumerated() {
            let line = index + 1
            var sides: (debit: Int?, credit: Int?)
            if try stored.next(under: number) {
                count += 1
                try compareAmount(stored.row, move, record.number, line: line)
                sides.debit = try side("debit", move.debit, stored.row, 2, line: line, record)
                sides.credit = try side("credit", move.credit, stored.row, 3, line: line, record)
            }
            let debit = try sides.debit ?? place(ofName: move.debit, record, reader)
            let credit = try sides.credit ?? place(ofName: move.credit, record, reader)
            checkSides(move, debit, credit, record.number, line: line)
            let pence = move.amount.pence
            self.move(debit, pence, 0, line: line, named: move.debit, record)
            self.move(credit, 0, pence, line: line, named: move.credit, record)
        }
        while try stored.next(under: number) { count += 1 }
        findings.check(
            count == record.moves.count, number, "transfers",
            "\(count) are stored, the record has \(record.moves.count).")
        transfers += record.moves.count
    }

    private func compareAmount(
        _ row: RawStatement, _ move: RecordScan.Move, _ number: Int, line: Int
    ) throws {
        let (found, amount) = (try row.whole(1), try row.whole(6))
        findings.check(
            found == line, number, "transfer.line", "It is \(found), not \(line).")
        findings.check(
            Int64(amount) == move.amount.pence, number, "transfer.amountPence",
            "Line \(line) has \(amount), the record \(move.amount.pence).")
    }

    /// The place of a side's account by its id, where that has the name which the record gives.
    private func side(
        _ side: String, _ recorded: ScannedText, _ row: RawStatement, _ column: Int32, line: Int,
        _ record: RecordScan
    ) throws -> Int? {
        let name = try row.textIfAny(column + 2)
        guard let name, record.holds(recorded, name) else {
            findings.add(
                record.number, "transfer.\(side)",
                "Line \(line) has \(Self.said(name)), the record \(Self.said(record.string(recorded)))."
            )
            return nil
        }
        return try place(ofID: try row.whole(column), recorded, record)
    }

    /// The place of an account by the name alone.
    private func place(
        ofName name: ScannedText, _ record: RecordScan, _ reader: Reader
    ) throws -> Int {
        let text = record.string(name)
        guard let row = try reader.first("SELECT id FROM account WHERE name = ?", [text]) else {
            throw BookFault.damaged(what: "account \(text) is missing")
        }
        return try place(ofID: try row.whole(0), name, record)
    }

    private func place(
        ofID id: Int, _ name: ScannedText, _ record: RecordScan
    ) throws -> Int {
        if let place = accounts.place(ofID: id) { return place }
        let text = record.string(name)
        guard let account = Account(text), name.isPlain else {
            throw BookFault.damaged(what: "\(text) is not the name of an account")
        }
        let key = PoolKey(account)
        if poolNumbers[key] == nil {
            pools.append(key)
            poolNumbers[key] = Int32(pools.count)
        }
        return accounts.open(id: id, pool: poolNumbers[key] ?? 0)
    }

    private func checkSides(
        _ move: RecordScan.Move, _ debit: Int, _ credit: Int, _ number: Int, line: Int
    ) {
        let isWithin = head(of: debit).traits.set == head(of: credit).traits.set
        findings.check(
            isWithin && debit != credit, number, "transfers",
            "Line \(line) does not stay within one set.")
        findings.check(
            move.amount > .zero && move.amount <= Money.greatest, number, "transfers",
            "Line \(line) moves \(move.amount.pence) pence.")
    }

    private func head(of place: Int) -> Head { pools[Int(accounts[place].pool) - 1].head }

    private func move(
        _ place: Int, _ debit: Int64, _ credit: Int64, line: Int, named name: ScannedText,
        _ record: RecordScan
    ) {
        let number = record.number
        let date = record.date.compact
        let isDatedBack = accounts[place].move(debit, credit, entry: number, line: line, on: date)
        let moved = accounts[place]
        let traits = head(of: place).traits
        if traits.limit != nil {
            if isDatedBack, datedBack[place] == nil { datedBack[place] = number }
            let balance =
                traits.debitNormal ? moved.debits &- moved.credits : moved.credits &- moved.debits
            findings.check(
                balance >= 0, number, "floor",
                "Line \(line) leaves \(record.string(name)) at \(balance) pence.")
        }
        let key = MonthKey(pool: moved.pool, month: date / 100)
        var month = months[key] ?? RebuiltMonth()
        month.debits &+= debit
        month.credits &+= credit
        if month.batch != record.batch {
            month.batch = record.batch
            touched.append(key)
        }
        months[key] = month
    }
}
