import GrantExchange
import GrantLedger

/// A grant's years.
enum GrantSheet {
    /// A row a year: what it pays, and how far it is earned, claimed and received; match required and met.
    static func years(_ grant: Grant, _ reading: Reading) throws -> Sheet {
        let heads: [Head] = [
            .claimCeiling, .notYetEarned, .earnedClaimable, .claimed, .received, .matchTarget,
            .matchMet,
        ]
        let sums = try reading.sums(heads.map { Account($0, grant: grant.code) })
        let years = Set(sums.keys).union(grant.profile.years).sorted()
        var totals = Array(repeating: Money.zero, count: heads.count + 1)
        let rows = years.map { year in
            let figures =
                [grant.profile.amount(in: year)] + heads.map { sums[year]?[$0] ?? .zero }
            for (place, figure) in figures.enumerated() { totals[place] += figure }
            return [.text(year.description)] + figures.map { Cell.money($0) }
        }
        return Sheet(
            key: "years", title: "By year",
            columns: [
                Column("year", "Year"), Column("agreed", "Agreed", .money),
                Column("claimCeiling", "Ceiling", .money, visibility: .dataOnly),
                Column("notYetEarned", "Not yet earned", .money),
                Column("earnedClaimable", "To claim", .money),
                Column("claimed", "Claimed", .money, visibility: .whenNotNil),
                Column("received", "Received", .money),
                Column(
                    "matchTarget", "Match needed", .money, visibility: .whenNotNil, dropOrder: 2),
                Column("matchMet", "Match met", .money, visibility: .whenNotNil, dropOrder: 1),
            ],
            rows: rows, totals: [.text("Total")] + totals.map { .money($0) })
    }
}
