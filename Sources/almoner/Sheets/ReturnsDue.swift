import GrantExchange
import GrantLedger

/// Returns that are due and not yet accepted.
enum ReturnsDue {
    /// One period of one award.
    struct Line: Hashable {
        let award: Code
        let recipient: Code
        let period: Period
        let status: String
        let days: Int
    }

    /// What is due of signed awards by a day: each period that ended by then and is not accepted.
    static func lines(_ awards: [Award], by day: Day, _ reading: Reading) throws -> [Line] {
        var lines: [Line] = []
        for award in awards where award.status == .signed {
            for period in award.periods(in: award.profile.years) where period.lastDay <= day {
                let key = MonitoringReturn.key(award.code, period)
                let status = try reading.facts.find(MonitoringReturn.self, key)?.status
                guard status != .accepted else { continue }
                lines.append(
                    Line(
                        award: award.code, recipient: award.recipient, period: period,
                        status: status?.rawValue ?? "not in",
                        days: day.daysSince1970 - period.lastDay.daysSince1970))
            }
        }
        return lines.sorted { ($0.period, $0.award) < ($1.period, $1.award) }
    }

    /// A row a return.
    static func sheet(_ lines: [Line], key: String? = nil, title: String? = nil) -> Sheet {
        Sheet(
            key: key, title: title,
            columns: [
                Column("award", "Award"), Column("recipient", "Recipient"),
                Column("period", "Period"), Column("ended", "Ended", .date),
                Column("status", "Status"), Column("days", "Days since", .number),
            ],
            rows: lines.map { line in
                [
                    .text(line.award.description), .text(line.recipient.description),
                    .text(line.period.description), .date(line.period.lastDay),
                    .text(line.status), .number(line.days),
                ]
            },
            empty: "No return is due.")
    }
}
