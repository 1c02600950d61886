/// A time of day: `17:00`.
public struct TimeOfDay: Hashable, Comparable, Sendable, TextValue {
    /// Minutes since midnight.
    public let minutes: Int

    /// Reads `HH:MM`, else nil.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"), let hour = decimal(bytes[0..<2]),
            let minute = decimal(bytes[3..<5]), hour < 24, minute < 60
        else { return nil }
        minutes = hour * 60 + minute
    }

    /// `HH:MM`.
    public var description: String {
        let digits = String(10_000 + minutes / 60 * 100 + minutes % 60).dropFirst()
        return "\(digits.prefix(2)):\(digits.suffix(2))"
    }

    /// Orders by time.
    public static func < (lhs: TimeOfDay, rhs: TimeOfDay) -> Bool { lhs.minutes < rhs.minutes }
}
