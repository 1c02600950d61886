import GrantLedger

/// What moved through each account, year by year of the entries' dates: all that an export keeps in
/// memory.
struct PlainTextTotals {
    /// One account.
    struct Line {
        let account: Account
        let name: String
        fileprivate(set) var moves: [FinancialYear: Money]
    }

    /// Every account, in the order in which they were first met.
    private(set) var lines: [Line] = []
    private var places: [Account: Int] = [:]
    /// The years in which anything is dated.
    private(set) var years: Set<FinancialYear> = []

    /// Adds a debit, or a credit below nil.
    ///
    /// - Parameters:
    ///   - amount: how much.
    ///   - account: through which account.
    ///   - year: the year in which the entry is dated.
    /// - Returns: the account's name, and whether this was the first that was met of it.
    mutating func move(
        _ amount: Money, _ account: Account, in year: FinancialYear
    ) -> (name: String, isNew: Bool) {
        if let place = places[account] {
            lines[place].moves[year, default: .zero] += amount
            return (lines[place].name, false)
        }
        let name = account.plainTextName
        places[account] = lines.count
        lines.append(Line(account: account, name: name, moves: [year: amount]))
        return (name, true)
    }

    /// Notes that an entry is dated in a year.
    mutating func note(_ year: FinancialYear) { years.insert(year) }

    /// The accounts in order of their names.
    var sorted: [Line] {
        lines.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}

extension PlainTextTotals.Line {
    /// What it comes to at the end of a year; nil where nothing had moved through it by then.
    func balance(through year: FinancialYear) -> Money? {
        let moved = moves.filter { $0.key <= year }
        return moved.isEmpty ? nil : moved.values.total
    }
}
