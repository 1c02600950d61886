import GrantExchange
import GrantLedger

extension AwardSheet {
    /// A row a year: what the award is now expected to cost.
    static func forecasts(_ forecasts: [Forecast]) -> Sheet {
        Sheet(
            key: "forecasts", title: "Forecast",
            columns: [
                Column("year", "Year"), Column("amount", "Outturn", .money),
                Column("date", "Said on", .date),
                Column("reason", "On what grounds", visibility: .whenNotNil, wraps: true),
            ],
            rows: forecasts.map {
                [.text($0.year.description), .money($0.amount), .date($0.date), Cell($0.reason)]
            })
    }

    /// A row a year: what may move between headings, what has moved, what is left.
    static func virement(_ code: Code, _ reading: Reading) throws -> Sheet {
        let heads: [Head] = [.virementSet, .virementUsed, .virementHeadroom]
        let sums = try reading.sums(heads.map { Account($0, award: code) })
        return Sheet(
            key: "virement", title: "Virement",
            columns: [
                Column("year", "Year"), Column("virementSet", "May move", .money),
                Column("virementUsed", "Moved", .money),
                Column("virementHeadroom", "Headroom", .money),
            ],
            rows: sums.sorted { $0.key < $1.key }.map { year, sums in
                [.text(year.description)] + heads.map { .money(sums[$0] ?? .zero) }
            })
    }

    /// The facts that are not for publication.
    static func withheld(_ award: Award) -> Sheet {
        Sheet(
            key: "withheld", title: "Not for publication",
            columns: [
                Column("field", "Fact"), Column("reason", "Why", wraps: true),
                Column("ground", "The public is told", visibility: .whenNotNil),
            ],
            rows: (award.withheld ?? []).map {
                [
                    .text($0.field.description), .text($0.reason.description),
                    Cell($0.ground?.words),
                ]
            })
    }
}
