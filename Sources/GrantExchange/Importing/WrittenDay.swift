package import GrantLedger

/// A date as files have it, whose order may be open.
package enum WrittenDay: Hashable {
    /// It can be read in one way alone.
    case plain(Day)
    /// Three numbers, the year last or first; which of the others is the month is a matter of order.
    case open(Int, Int, year: Int)

    /// Reads a text, a time after it left out; nil where it is no date.
    package init?(_ text: String) {
        let text = Self.withoutTime(text)
        if let day = Day(text) ?? Self.named(text) {
            self = .plain(day)
            return
        }
        let parts = text.split(
            omittingEmptySubsequences: false, whereSeparator: { "/-.".contains($0) })
        guard parts.count == 3,
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        if parts[0].utf8.count == 4 {
            guard let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) else {
                return nil
            }
            self = .plain(day)
            return
        }
        guard parts[0].utf8.count <= 2, parts[1].utf8.count <= 2 else { return nil }
        switch parts[2].utf8.count {
        case 4: self = .open(numbers[0], numbers[1], year: numbers[2])
        case 2: self = .open(numbers[0], numbers[1], year: 2000 + numbers[2])
        default: return nil
        }
    }

    /// The day by an order; nil where there is none of that name.
    package func day(_ order: ImportProfile.DateOrder) -> Day? {
        switch (self, order) {
        case (.plain(let day), _): day
        case (.open(let first, let second, let year), .mdy):
            Day(year: year, month: first, day: second)
        case (.open(let first, let second, let year), .dmy):
            Day(year: year, month: second, day: first)
        case (.open(let first, let second, let year), .ymd):
            Day(year: 2000 + first, month: second, day: year % 100)
        }
    }

    private static func withoutTime(_ text: String) -> String {
        guard let end = text.firstIndex(where: { $0 == "T" || $0 == " " }) else { return text }
        let rest = text[text.index(after: end)...]
        let isTime =
            rest.contains(":")
            && rest.utf8.allSatisfy { (48...58).contains($0) || [46, 90, 43].contains($0) }
        return isTime ? String(text[..<end]) : text
    }

    /// `5 Apr 2019`, `05-Apr-2019` or `05-Apr-19`.
    private static func named(_ text: String) -> Day? {
        var parts = text.split(whereSeparator: { " -/".contains($0) }).map(String.init)
        guard parts.count == 3, parts[1].utf8.allSatisfy({ !(48...57).contains($0) }) else {
            return nil
        }
        if parts[2].utf8.count == 2 { parts[2] = "20" + parts[2] }
        return Day(written: parts.joined(separator: " "))
    }
}
