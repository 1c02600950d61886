import GrantLedger

/// A month as typed: `2019-07`, `7/2019` or `July 2019`.
struct MonthEntry: Hashable, Sendable {
    /// Its last day.
    let last: Day

    /// Reads one text.
    static func typed(_ text: String) throws -> MonthEntry {
        let parts = text.split { "-/ ".contains($0) }.map(String.init)
        guard parts.count == 2,
            let last = lastDay(parts[0], parts[1]) ?? lastDay(parts[1], parts[0])
        else { throw NotAccepted("write a month as 2019-07, 7/2019 or \"July 2019\".") }
        return MonthEntry(last: last)
    }

    private static func lastDay(_ year: String, _ month: String) -> Day? {
        guard year.utf8.count == 4, let year = Int(year) else { return nil }
        let name = Day(written: "1 \(month) \(year)")?.month
        guard let month = name ?? (month.utf8.count <= 2 ? Int(month) : nil) else { return nil }
        return (28...31).reversed().lazy.compactMap { Day(year: year, month: month, day: $0) }.first
    }
}
