import GrantExchange
import GrantLedger

/// Claims as rows.
enum ClaimSheet {
    /// A row a claim: asked, disallowed, received, and what the funder still owes.
    static func sheet(
        _ claims: [Claim], _ reading: Reading, key: String? = nil, title: String? = nil
    ) throws -> Sheet {
        var totals = Array(repeating: Money.zero, count: 4)
        var rows: [[Cell]] = []
        for claim in claims.sorted(by: { $0.place < $1.place }) {
            let pattern = Account(.claimed, grant: claim.grant, year: claim.year)
            let open = try reading.sum(pattern.with(\.claim, claim.code))
            let figures = [
                claim.total, claim.disallowed, claim.total - claim.disallowed - open, open,
            ]
            for (place, figure) in figures.enumerated() { totals[place] += figure }
            rows.append(
                [
                    .text(claim.code.description), .text(claim.grant.description),
                    .text(claim.year.description), Cell(claim.quarter.map { "Q\($0)" }),
                    .date(claim.made), .number(claim.lines.count),
                ] + figures.map { .money($0) })
        }
        return Sheet(
            key: key, title: title,
            columns: [
                Column("claim", "Claim"),
                Column("grant", "Grant", visibility: key == nil ? .always : .dataOnly),
                Column("year", "Year"), Column("to", "To", visibility: .whenNotNil, dropOrder: 2),
                Column("made", "Made", .date, dropOrder: 1),
                Column("lines", "Lines", .number, dropOrder: 3), Column("asked", "Asked", .money),
                Column("disallowed", "Disallowed", .money, visibility: .whenNotNil),
                Column("received", "Received", .money), Column("claimed", "Awaited", .money),
            ],
            rows: rows,
            totals: [.text("Total")] + Array(repeating: .absent, count: 5)
                + totals.map { .money($0) },
            empty: "No claim is made.")
    }
}

extension Claim {
    /// Where it stands in a list: by the day it was made.
    var place: ListPlace { ListPlace(day: made, code: code) }
}
