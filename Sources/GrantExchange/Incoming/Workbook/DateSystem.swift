import GrantLedger

/// From which day a workbook counts its dates.
enum DateSystem {
    /// 1 January 1900 is 1, and 29 February 1900, which never was, is 60.
    case since1900
    /// 1 January 1904 is nil.
    case since1904

    /// The cell of a date's number; where it stands for no day, what it says.
    func cell(_ number: String) -> IncomingCell? {
        guard let plain = PlainNumber.text(of: number) else { return nil }
        let isNegative = plain.utf8.first == UInt8(ascii: "-")
        guard let serial = Int(plain.prefix { $0 != "." }), !isNegative, serial < 3_000_000 else {
            return IncomingCell(.number, plain)
        }
        if self == .since1900, serial == 60 { return IncomingCell(.text, "1900-02-29") }
        guard let day = day(serial) else { return IncomingCell(.number, plain) }
        return IncomingCell(.date, day.description)
    }

    /// The number that a day has; nil where it has none.
    func serial(of day: Day) -> Int? {
        let days = day.daysSince1970
        let serial = self == .since1904 ? days + 24_107 : days + 25_569
        if self == .since1900, serial < 61 { return serial > 1 ? serial - 1 : nil }
        return serial >= 0 ? serial : nil
    }

    private func day(_ serial: Int) -> Day? {
        switch self {
        case .since1904: Day(daysSince1970: serial - 24_107)
        case .since1900 where serial == 0: nil
        case .since1900: Day(daysSince1970: serial - (serial < 60 ? 25_568 : 25_569))
        }
    }
}
