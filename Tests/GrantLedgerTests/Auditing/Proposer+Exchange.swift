import GrantLedger

extension Proposer {
    /// What goes between the book and the world outside.
    mutating func exchange(_ view: View) -> (any Act)? {
        let entries = view.auditor.done.count
        switch random.below(10) {
        case 0:
            let head = random.pick(Head.allCases) ?? .bank
            return MapLedgerCode(
                head: random.chance(70) ? .awardExpenditure : head,
                fund: random.chance(50) ? random.pick(funds) : nil,
                code: words("\(1000 + random.below(9_000))"))
        case 1: return postMonth(entries)
        case 2: return importing(view)
        case 3: return aside(view, entries)
        case 4: return form(view)
        default: return bank(view)
        }
    }

    private mutating func postMonth(_ entries: Int) -> any Act {
        let from = 1 + random.below(entries)
        let to = min(from + random.below(8), entries + (random.chance(5) ? 1 : 0))
        let spans = random.chance(95) ? [PostedMonth.Span(from: from, to: to)] : []
        return PostMonth(through: today, spans: spans, total: amount(90_000))
    }

    private mutating func importing(_ view: View) -> any Act {
        let profile = code(random.one(of: "BANK-A", "BANK-B"))
        if random.chance(60) {
            return SaveImportProfile(
                ImportProfile(
                    code: profile, kind: random.chance(80) ? .bank : .bids,
                    fields: [ImportProfile.Field(name: words("amount"), heading: words("Sum"))],
                    headingRow: 1 + random.below(2), dates: .dmy, sign: .outNegative))
        }
        let recorded = random.below(3)
        return RecordImport(
            of: .bank, profile: profile, file: words("june.csv"),
            sha256: words(String(repeating: "0", count: 64)),
            rows: recorded + 2 + (random.chance(10) ? 1 : 0), recorded: recorded, seen: 2,
            setAside: 0)
    }

    private mutating func aside(_ view: View, _ entries: Int) -> (any Act)? {
        let rows = view.auditor.rows.keys.filter { $0.hasPrefix("setAsideRow/") }.sorted()
        if random.chance(60), let key = random.pick(rows),
            let number = Int(key.drop { $0 != "/" }.dropFirst())
        {
            let same = 1 + random.below(entries + 1)
            return DecideRow(row: number, same: random.chance(50) ? same : nil)
        }
        let cost = RecordCost(
            fund: funds[0], year: years[0], category: categories[0], amount: amount(9_000),
            supplier: words("A supplier"))
        let near = [1 + random.below(entries + (random.chance(5) ? 2 : 0))]
        return try? SetRowAside(cost, date: today, once: words("row-\(steps)"), near: near)
    }

    private mutating func form(_ view: View) -> (any Act)? {
        guard let award = random.pick(random.chance(90) ? view.signed : view.awards) else {
            return nil
        }
        let periods = award.row.returns.periods(of: random.pick(years) ?? years[0])
        guard let period = random.pick(periods) else { return nil }
        var version = 1
        if case .form(let last)? = view.auditor.row("returnForm/\(award.code)#\(period)") {
            version = last + (random.chance(90) ? 1 : 0)
        }
        return IssueReturnForm(
            award: award.code, period: period, version: version, check: words("0a1b2c"))
    }

    private mutating func bank(_ view: View) -> (any Act)? {
        let auditor = view.auditor
        let moved = auditor.done.indices.filter { place in
            auditor.done[place].moves.contains { $0.debit == "bank" || $0.credit == "bank" }
        }
        let lines = auditor.rows.keys.filter { $0.hasPrefix("bankLine/") }.sorted()
        guard let place = random.pick(moved) else { return nil }
        var pence = auditor.done[place].moves.reduce(Int64(0)) { sum, move in
            sum + (move.debit == "bank" ? move.pence : 0) - (move.credit == "bank" ? move.pence : 0)
        }
        if random.chance(10) { pence += 1 }
        if random.chance(55) || lines.isEmpty {
            return NoteBankLine(
                date: today, amount: Money(pence: pence), near: [place + 1],
                entry: random.chance(50) ? place + 1 : nil)
        }
        guard let key = random.pick(lines), let line = Int(key.drop { $0 != "/" }.dropFirst())
        else {
            return nil
        }
        if random.chance(15) {
            return MatchBankLine(line: line, entries: [], elsewhere: words("Not ours"))
        }
        return MatchBankLine(
            line: line, entries: random.chance(90) ? [place + 1] : [place + 1, place + 1])
    }
}
