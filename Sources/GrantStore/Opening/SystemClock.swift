import Glibc

/// The machine's clock, as a record has it.
public enum SystemClock {
    /// Now, UTC to the millisecond: `2019-04-05T10:00:00.000Z`.
    public static func now() -> String {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        var parts = tm()
        gmtime_r(&time.tv_sec, &parts)
        func digits(_ number: Int, _ count: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(count - text.utf8.count, 0)) + text
        }
        let date = [
            digits(Int(parts.tm_year) + 1900, 4), digits(Int(parts.tm_mon) + 1, 2),
            digits(Int(parts.tm_mday), 2),
        ]
        let clock = [
            digits(Int(parts.tm_hour), 2), digits(Int(parts.tm_min), 2),
            digits(Int(parts.tm_sec), 2),
        ]
        let fraction = digits(time.tv_nsec / 1_000_000, 3)
        return date.joined(separator: "-") + "T" + clock.joined(separator: ":") + ".\(fraction)Z"
    }
}
