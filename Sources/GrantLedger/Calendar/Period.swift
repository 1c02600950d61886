/// What a monitoring return covers: a quarter, a half or the whole of a financial year.
public struct Period: Hashable, Sendable {
    /// Which part of the year.
    public enum Part: Hashable, Sendable {
        /// The whole year.
        case whole
        /// Its first or second half.
        case half(Int)
        /// One of its quarters.
        case quarter(Int)
    }

    /// The year.
    public let year: FinancialYear
    /// The part of it.
    public let part: Part

    /// Creates a period; halves are 1 and 2, quarters 1 to 4.
    public init(year: FinancialYear, part: Part) { (self.year, self.part) = (year, part) }

    /// The quarters it covers, first and last.
    public var quarters: ClosedRange<Int> {
        switch part {
        case .whole: 1...4
        case .half(let number): number == 1 ? 1...2 : 3...4
        case .quarter(let number): number...number
        }
    }

    /// Its first day.
    public var firstDay: Day { Quarter(year: year, number: quarters.lowerBound).firstDay }
    /// Its last day.
    public var lastDay: Day { Quarter(year: year, number: quarters.upperBound).lastDay }
}

extension Period: Comparable {
    /// Orders by when they end, then the longer first.
    public static func < (lhs: Period, rhs: Period) -> Bool {
        (lhs.lastDay, lhs.firstDay) < (rhs.lastDay, rhs.firstDay)
    }
}

extension Period: TextValue {
    /// Reads `2019/20`, `2019/20-H1` or `2019/20-Q4`, else nil.
    public init?(_ text: String) {
        guard let year = FinancialYear(String(text.prefix(7))) else { return nil }
        let rest = Array(text.utf8.dropFirst(7))
        guard !rest.isEmpty else {
            self.init(year: year, part: .whole)
            return
        }
        guard rest.count == 3, rest[0] == UInt8(ascii: "-"), let number = decimal(rest[2...]) else {
            return nil
        }
        switch (rest[1], number) {
        case (UInt8(ascii: "H"), 1...2): self.init(year: year, part: .half(number))
        case (UInt8(ascii: "Q"), 1...4): self.init(year: year, part: .quarter(number))
        default: return nil
        }
    }

    /// As data has it: `2019/20`, `2019/20-H1`, `2019/20-Q4`.
    public var description: String {
        switch part {
        case .whole: "\(year)"
        case .half(let number): "\(year)-H\(number)"
        case .quarter(let number): "\(year)-Q\(number)"
        }
    }

    /// Reads a period as people write it, its year in any of the ways a year is written; else nil.
    public init?(written text: String) {
        let upper = text.uppercased()
        let tail = upper.suffix(3)
        if tail.count == 3, tail.first == "-",
            tail.dropFirst().first == "Q" || tail.dropFirst().first == "H"
        {
            guard let year = FinancialYear(written: String(upper.dropLast(3))) else { return nil }
            self.init(year.description + tail)
        } else {
            guard let year = FinancialYear(written: upper) else { return nil }
            self.init(year: year, part: .whole)
        }
    }
}

/// How often a recipient reports; fixed when the award is signed.
public enum ReturnFrequency: String, Codable, CaseIterable, Sendable {
    /// Four times a year.
    case quarterly
    /// Twice a year.
    case halfYearly = "half-yearly"
    /// Once, for the whole year.
    case yearly

    /// The periods of a year, in order.
    public func periods(of year: FinancialYear) -> [Period] {
        switch self {
        case .quarterly: (1...4).map { Period(year: year, part: .quarter($0)) }
        case .halfYearly: (1...2).map { Period(year: year, part: .half($0)) }
        case .yearly: [Period(year: year, part: .whole)]
        }
    }

    /// The last period of a year, whose acceptance a next-year payment waits for.
    public func lastPeriod(of year: FinancialYear) -> Period {
        switch self {
        case .quarterly: Period(year: year, part: .quarter(4))
        case .halfYearly: Period(year: year, part: .half(2))
        case .yearly: Period(year: year, part: .whole)
        }
    }
}
