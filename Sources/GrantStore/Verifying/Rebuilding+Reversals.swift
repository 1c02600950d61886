import GrantLedger

extension Rebuilding {
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
