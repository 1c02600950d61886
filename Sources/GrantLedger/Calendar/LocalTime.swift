/// A moment on a clock where the office is: the day and the minute of it.
public struct LocalTime: Hashable, Sendable {
    let day: Day
    /// Minutes since midnight.
    let minute: Int

    /// Reads `2019-04-05T10:00:00.000Z`, put forward by what the place is ahead of UTC then.
    init?(_ recordedAt: String, offset: (Int64) -> Int64) {
        guard let day = Day(String(recordedAt.prefix(10))) else { return nil }
        let parts = recordedAt.dropFirst(11).prefix(8).split(separator: ":").map { Int64($0) }
        guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2]
        else { return nil }
        let moment = Int64(day.daysSince1970) * 86_400 + hour * 3_600 + minute * 60 + second
        let local = moment + offset(moment)
        let days = Int((local - Self.modulo(local, 86_400)) / 86_400)
        guard let here = Day(daysSince1970: days) else { return nil }
        self.day = here
        self.minute = Int(Self.modulo(local, 86_400) / 60)
    }

    /// `08:05`.
    var clock: String { ExceptionThreshold.clock(minute) }

    /// The day's name where it is one of a weekend.
    var weekend: String? {
        // 1 January 1970 was a Thursday
        switch Self.modulo(Int64(day.daysSince1970) + 4, 7) {
        case 0: "Sunday"
        case 6: "Saturday"
        default: nil
        }
    }

    /// What London is ahead of UTC at a second since 1 January 1970: an hour from the last Sunday of
    /// March to that of October, both at 01:00 UTC; else nothing.
    public static func londonOffset(_ second: Int64) -> Int64 {
        let days = Int((second - modulo(second, 86_400)) / 86_400)
        guard let year = Day(daysSince1970: days)?.year, let start = lastSunday(year, 3),
            let end = lastSunday(year, 10)
        else { return 0 }
        return (start..<end).contains(second) ? 3_600 : 0
    }

    /// 01:00 UTC on the last Sunday of a month of 31 days.
    private static func lastSunday(_ year: Int, _ month: Int) -> Int64? {
        guard let last = Day(year: year, month: month, day: 31) else { return nil }
        let days = Int64(last.daysSince1970)
        return (days - modulo(days + 4, 7)) * 86_400 + 3_600
    }

    private static func modulo(_ number: Int64, _ base: Int64) -> Int64 {
        let rest = number % base
        return rest < 0 ? rest + base : rest
    }
}
