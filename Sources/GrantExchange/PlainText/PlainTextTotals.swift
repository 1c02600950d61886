import GrantLedger

/// What moved through each account, year by year of the entries' dates: all that an export keeps in
/// memory, so each account is kept as its name, and most have one year.
struct PlainTextTotals {
    /// One account.
    struct Line {
        let name: String
        let set: AccountSet
        private var year: Int32
        private var pence: Int64
        private var later: [FinancialYear: Money]?

        fileprivate init(_ name: String, _ set: AccountSet, _ amount: Money, _ year: FinancialYear)
        {
            (self.name, self.set) = (name, set)
            (self.year, pence) = (Int32(year.start), amount.pence)
        }

        fileprivate mutating func move(_ amount: Money, in year: FinancialYear) {
            if self.year == year.start {
                pence += amount.pence
            } else {
                later = later ?? [:]
                later?[year, default: .zero] += amount
            }
        }

        /// What it comes to at the end of a year; nil where nothing had moved through it by then.
        func balance(through last: FinancialYear) -> Money? {
            var sum = year <= last.start ? Money(pence: pence) : nil
            for (year, amount) in later ?? [:] where year <= last {
                sum = (sum ?? .zero) + amount
            }
            return sum
        }
    }

    private var lines: [Line] = []
    private var places: [String: Int] = [:]
    private var order: [Int] = []
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
        let name = account.plainTextName
        if let place = places[name] {
            lines[place].move(amount, in: year)
            return (lines[place].name, false)
        }
        places[name] = lines.count
        lines.append(Line(name, account.head.traits.set, amount, year))
        return (name, true)
    }

    /// Notes that an entry is dated in a year.
    mutating func note(_ year: FinancialYear) { years.insert(year) }

    /// Hands over the accounts in order of their names.
    mutating func forEach(_ body: (Line) throws -> Void) rethrows {
        if order.count < lines.count {
            order = lines.indices.sorted {
                lines[$0].name.utf8.lexicographicallyPrecedes(lines[$1].name.utf8)
            }
        }
        for place in order { try body(lines[place]) }
    }
}
