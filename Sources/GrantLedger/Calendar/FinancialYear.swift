/// A financial year, 1 April to 31 March, named for the year it starts in and the next: `2019/20`.
public struct FinancialYear: Hashable, Comparable, Sendable {
    /// The calendar year in which it begins, 1 to 9998.
    public let start: Int

    /// Creates the year that begins in the given calendar year, or nil out of range.
    public init?(starting start: Int) {
        guard (1...9998).contains(start) else { return nil }
        self.start = start
    }

    /// Creates the year in which a day falls; the first quarter of year 1 and the last days of 9999
    /// count to their neighbours.
    public init(containing day: Day) {
        start = min(max(day.month >= 4 ? day.year : day.year - 1, 1), 9998)
    }

    /// The year after it, or nil at the end of the calendar.
    public var next: FinancialYear? { FinancialYear(starting: start + 1) }
    /// The year before it, or nil at its beginning.
    public var previous: FinancialYear? { FinancialYear(starting: start - 1) }
    /// 1 April.
    public var firstDay: Day { named(start, 4, 1) }
    /// Whether a day lies in it.
    public func contains(_ day: Day) -> Bool { FinancialYear(containing: day) == self }
    /// 31 March.
    public var lastDay: Day { named(start + 1, 3, 31) }
    /// The four quarters in order.
    public var quarters: [Quarter] { (1...4).map { Quarter(year: self, number: $0) } }

    /// Orders by when they begin.
    public static func < (lhs: FinancialYear, rhs: FinancialYear) -> Bool { lhs.start < rhs.start }

    func named(_ year: Int, _ month: Int, _ day: Int) -> Day {
        guard let found = Day(year: year, month: month, day: day) else {
            preconditionFailure("A financial year lies within the calendar.")
        }
        return found
    }
}

extension FinancialYear: TextValue {
    /// Reads `2019/20`, else nil.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 7, bytes[4] == UInt8(ascii: "/"), let start = decimal(bytes[0..<4]),
            let end = decimal(bytes[5..<7]), end == (start + 1) % 100
        else { return nil }
        self.init(starting: start)
    }

    /// As people say it: `2019/20`.
    public var description: String {
        let end = (start + 1) % 100
        return String(unsafeUninitializedCapacity: 7) { text in
            text.write(start, digits: 4, at: 0)
            text[4] = UInt8(ascii: "/")
            text.write(end, digits: 2, at: 5)
            return 7
        }
    }

    /// Reads a year as people write it: `2019/20`, `2019-20`, `2019/2020` or `19/20`; `2019` alone
    /// could be either and is nil.
    public init?(written text: String) {
        let parts = text.utf8.split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-")
        }
        guard parts.count == 2, let first = decimal(Array(parts[0])[...]),
            let second = decimal(Array(parts[1])[...])
        else { return nil }
        let start: Int
        switch (parts[0].count, parts[1].count) {
        case (4, 2) where second == (first + 1) % 100, (4, 4) where second == first + 1:
            start = first
        case (2, 2) where second == (first + 1) % 100: start = 2000 + first
        default: return nil
        }
        self.init(starting: start)
    }
}

/// A quarter of a financial year: the first is April to June.
public struct Quarter: Hashable, Comparable, Sendable {
    /// The year it is part of.
    public let year: FinancialYear
    /// 1 to 4.
    public let number: Int

    /// Creates a quarter, 1 to 4.
    public init(year: FinancialYear, number: Int) {
        precondition((1...4).contains(number), "A quarter is 1 to 4.")
        (self.year, self.number) = (year, number)
    }

    /// Creates the quarter in which a day falls.
    public init(containing day: Day) {
        self.init(year: FinancialYear(containing: day), number: (day.month + 8) % 12 / 3 + 1)
    }

    /// Its first day: 1 April, 1 July, 1 October or 1 January.
    public var firstDay: Day {
        year.named(number == 4 ? year.start + 1 : year.start, [4, 7, 10, 1][number - 1], 1)
    }

    /// Its last day: 30 June, 30 September, 31 December or 31 March.
    public var lastDay: Day {
        switch number {
        case 1: year.named(year.start, 6, 30)
        case 2: year.named(year.start, 9, 30)
        case 3: year.named(year.start, 12, 31)
        default: year.lastDay
        }
    }

    /// Orders by when they begin.
    public static func < (lhs: Quarter, rhs: Quarter) -> Bool {
        (lhs.year, lhs.number) < (rhs.year, rhs.number)
    }
}

extension Quarter: TextValue {
    /// Reads `2019/20-Q1`, else nil.
    public init?(_ text: String) {
        guard let period = Period(text), case .quarter(let number) = period.part else { return nil }
        self.init(year: period.year, number: number)
    }

    /// As data has it: `2019/20-Q1`.
    public var description: String { "\(year)-Q\(number)" }
}
