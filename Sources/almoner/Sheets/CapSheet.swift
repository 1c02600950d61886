import GrantExchange
import GrantLedger

/// What a project may have, has and could still have under the caps of its round.
enum CapSheet {
    /// A row a cap: each year, and the award in all.
    static func sheet(round: Code?, project: Code, _ reading: Reading) throws -> Sheet {
        var caps: [FinancialYear?: [Head: Money]] = [:]
        if let round {
            for head in [Head.capSet, .capUsed, .capHeadroom] {
                let pattern = Account(head, round: round, bid: project)
                for (account, amount) in try reading.balances(pattern) {
                    caps[account.year, default: [:]][head] = amount
                }
            }
        }
        let rows = caps.sorted { ($0.key?.start ?? 9_999) < ($1.key?.start ?? 9_999) }
        return Sheet(
            key: "caps", title: "Caps",
            columns: [
                Column("year", "Year"), Column("capSet", "Cap", .money),
                Column("capUsed", "Used", .money), Column("capHeadroom", "Headroom", .money),
            ],
            rows: rows.map { year, sums in
                [
                    .text(year?.description ?? "in all"), .money(sums[.capSet] ?? .zero),
                    .money(sums[.capUsed] ?? .zero), .money(sums[.capHeadroom] ?? .zero),
                ]
            })
    }
}
