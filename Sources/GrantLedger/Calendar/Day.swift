/// A calendar day without a time zone, from 1 January of year 1 to 31 December 9999.
public struct Day: Hashable, Comparable, Sendable {
    /// Year, month and day as one number: 20190405.
    private let ordinal: Int32

    /// Creates the day, or nil where there is none of that name.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        ordinal = Int32(year * 10_000 + month * 100 + day)
    }

    /// The calendar year.
    public var year: Int { Int(ordinal) / 10_000 }
    /// The month, 1 to 12.
    public var month: Int { Int(ordinal) / 100 % 100 }
    /// The day of the month, from 1.
    public var day: Int { Int(ordinal) % 100 }

    /// Orders by date.
    public static func < (lhs: Day, rhs: Day) -> Bool { lhs.ordinal < rhs.ordinal }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Day {
    /// Days since 1 January 1970, below nil before it.
    public var daysSince1970: Int {
        let years = month <= 2 ? year - 1 : year
        let era = years / 400
        let yearOfEra = years - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
            - 719_468
    }

    /// The day that lies so many days after 1 January 1970, or nil out of range.
    public init?(daysSince1970 days: Int) {
        let shifted = days + 719_468
        guard shifted >= 0 else { return nil }
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// The day so many days later, or nil out of range.
    public func adding(days: Int) -> Day? { Day(daysSince1970: daysSince1970 + days) }
}

extension Day: TextValue {
    /// Reads `2019-04-05`, else nil.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        let dash = UInt8(ascii: "-")
        guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash,
            let year = decimal(bytes[0..<4]),
            let month = decimal(bytes[5..<7]), let day = decimal(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// ISO text: `2019-04-05`.
    public var description: String {
        String(unsafeUninitializedCapacity: 10) { text in
            text.write(year, digits: 4, at: 0)
            text[4] = UInt8(ascii: "-")
            text.write(month, digits: 2, at: 5)
            text[7] = UInt8(ascii: "-")
            text.write(day, digits: 2, at: 8)
            return 10
        }
    }

    /// As prose has it: `5 April 2019`.
    public var prose: String { "\(day) \(Self.months[month - 1]) \(year)" }

    /// Reads a date as people write it: `2019-04-05`, `5/4/2019` (the day first) or `5 Apr 2019`;
    /// else nil.
    public init?(written text: String) {
        if let day = Day(text) {
            self = day
            return
        }
        let parts = text.split(whereSeparator: { $0 == "/" || $0 == " " }).map(String.init)
        guard parts.count == 3, let day = decimal(Array(parts[0].utf8)[...]),
            parts[0].utf8.count <= 2,
            parts[2].utf8.count == 4, let year = decimal(Array(parts[2].utf8)[...])
        else { return nil }
        let slashes = text.contains("/")
        guard let month = slashes ? decimal(Array(parts[1].utf8)[...]) : Self.month(named: parts[1])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October",
        "November", "December",
    ]

    private static func month(named text: String) -> Int? {
        let name = text.lowercased()
        guard name.utf8.count >= 3 else { return nil }
        return months.firstIndex { $0.lowercased() == name || $0.lowercased().prefix(3) == name }
            .map { $0 + 1 }
    }
}

/// Reads digits and nothing else; nil where there is any other character, none, or more than nine.
func decimal(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard (1...9).contains(bytes.count) else { return nil }
    var value = 0
    for byte in bytes {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
}

extension UnsafeMutableBufferPointer<UInt8> {
    /// Writes a number with so many digits at a place, nils before it.
    func write(_ number: Int, digits: Int, at place: Int) {
        var rest = number
        for index in (place..<place + digits).reversed() {
            self[index] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
    }
}
