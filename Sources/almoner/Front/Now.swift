import Foundation
import GrantLedger

/// A moment as a command sees it: the time to the millisecond, and the day where the office is.
struct Now: Hashable, Sendable {
    /// Milliseconds since 1 January 1970, UTC.
    let milliseconds: Int64
    /// Whether the caller gave it (`ALMONER_CLOCK`).
    let isGiven: Bool
    /// Where the office is, by its policy; nil for London.
    private(set) var zone: TimeZone?

    /// The time as a record has it: `2019-04-05T10:00:00.000Z`.
    var recordedAt: String { Self.text(milliseconds) }

    /// The day where the office is, whatever the machine's zone.
    var today: Day {
        guard let zone else {
            return Self.day(milliseconds + LocalTime.londonOffset(second) * 1_000)
        }
        let date = Date(timeIntervalSince1970: TimeInterval(milliseconds / 1_000))
        return Self.day(milliseconds + Int64(zone.secondsFromGMT(for: date)) * 1_000)
    }

    /// The same moment where the office is, by the policy in force.
    func placed(by facts: Facts) throws -> Now {
        let policy = try facts.policies(on: today)[.timeZone]
        guard policy != Policies.Name.timeZone.standard else { return self }
        var here = self
        here.zone = TimeZone(identifier: policy)
        return here
    }

    /// Reads `2019-04-05T10:00:00Z`, with or without milliseconds, or a day alone for its noon.
    init?(given text: String) {
        if let day = Day(text) {
            self.init(
                milliseconds: (Int64(day.daysSince1970) * 86_400 + 43_200) * 1_000, isGiven: true)
            return
        }
        guard text.hasSuffix("Z"), let day = Day(String(text.prefix(10))),
            text.dropFirst(10).first == "T"
        else { return nil }
        let parts = text.dropFirst(11).dropLast().split(
            separator: ".", omittingEmptySubsequences: false)
        let clock = parts.first?.split(separator: ":", omittingEmptySubsequences: false) ?? []
        guard (1...2).contains(parts.count), clock.count == 3,
            clock.allSatisfy({ $0.utf8.count == 2 }), let hour = UInt8(clock[0]), hour < 24,
            let minute = UInt8(clock[1]), minute < 60, let second = UInt8(clock[2]), second < 60
        else { return nil }
        var thousandths: Int64 = 0
        if parts.count == 2 {
            guard parts[1].utf8.count == 3, let value = UInt16(parts[1]) else { return nil }
            thousandths = Int64(value)
        }
        let seconds = Int64(hour) * 3_600 + Int64(minute) * 60 + Int64(second)
        self.init(
            milliseconds: (Int64(day.daysSince1970) * 86_400 + seconds) * 1_000 + thousandths,
            isGiven: true)
    }

    init(milliseconds: Int64, isGiven: Bool) {
        (self.milliseconds, self.isGiven) = (milliseconds, isGiven)
    }
}

extension Now {
    /// Whole seconds since 1 January 1970, UTC.
    private var second: Int64 {
        milliseconds >= 0 ? milliseconds / 1_000 : (milliseconds - 999) / 1_000
    }

    private static func day(_ milliseconds: Int64) -> Day {
        let days =
            milliseconds >= 0 ? milliseconds / 86_400_000 : (milliseconds - 86_399_999) / 86_400_000
        guard let day = Day(daysSince1970: Int(days)) else {
            preconditionFailure("A clock stands between the years 1 and 9999.")
        }
        return day
    }

    private static func text(_ milliseconds: Int64) -> String {
        let day = day(milliseconds)
        let rest = Int(milliseconds - Int64(day.daysSince1970) * 86_400_000)
        func digits(_ number: Int, _ count: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: count - text.utf8.count) + text
        }
        let (hour, minute) = (digits(rest / 3_600_000, 2), digits(rest / 60_000 % 60, 2))
        return
            "\(day)T\(hour):\(minute):\(digits(rest / 1_000 % 60, 2)).\(digits(rest % 1_000, 3))Z"
    }
}
