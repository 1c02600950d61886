import GrantExchange
import GrantLedger

/// Rounds as rows.
enum RoundSheet {
    /// A row a round.
    static func sheet(_ rounds: [Round], key: String? = nil, title: String? = nil) -> Sheet {
        Sheet(
            key: key, title: title,
            columns: [
                Column("round", "Round"), Column("title", "Title", isFlexible: true),
                Column("fund", "Fund"), Column("opens", "Opens", .date),
                Column("closes", "Closes", .date), Column("status", "Status"),
                Column("capPerYear", "Cap a year", .money, visibility: .whenNotNil, dropOrder: 2),
                Column(
                    "capPerAward", "Cap an award", .money, visibility: .whenNotNil, dropOrder: 1),
            ],
            rows: rounds.map { round in
                [
                    .text(round.code.description), .text(round.title.description),
                    .text(round.fund.description), .date(round.opens), .date(round.closes),
                    .text(round.status.rawValue), Cell(round.capPerYear), Cell(round.capPerAward),
                ]
            },
            empty: "No round is open.")
    }
}
