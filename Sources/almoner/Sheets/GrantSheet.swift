import GrantExchange
import GrantLedger

/// Grants as rows, and what one grant holds.
enum GrantSheet {
    /// A row a grant.
    static func sheet(_ grants: [Grant], key: String? = nil, title: String? = nil) -> Sheet {
        Sheet(
            key: key, title: title,
            columns: [
                Column("grant", "Grant"), Column("title", "Title", dropOrder: 2, isFlexible: true),
                Column("funder", "Funder"), Column("fund", "Fund"),
                Column("basis", "Basis", dropOrder: 3), Column("status", "Status"),
                Column("amount", "Amount", .money),
            ],
            rows: grants.map { grant in
                [
                    .text(grant.code.description), .text(grant.title.description),
                    .text(grant.funder.description), .text(grant.fund.description),
                    .text(grant.basis.rawValue), .text(grant.status.rawValue),
                    .money(grant.profile.total),
                ]
            },
            totals: [.text("Total")] + Array(repeating: .absent, count: 5)
                + [.money(grants.map(\.profile.total).total)],
            empty: "No grant is recorded.")
    }

    /// A row a year: what it pays, and how far it is earned, claimed and received; match required and met.
    static func years(_ grant: Grant, _ reading: Reading) throws -> Sheet {
        let heads: [Head] = [
            .claimCeiling, .notYetEarned, .earnedClaimable, .claimed, .received,
            .receiptsInAdvance, .repayableToFunder, .matchTarget, .matchMet,
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
                    "receiptsInAdvance", "In advance", .money, visibility: .whenNotNil,
                    dropOrder: 3),
                Column(
                    "repayableToFunder", "To repay", .money, visibility: .whenNotNil, dropOrder: 4),
                Column(
                    "matchTarget", "Match needed", .money, visibility: .whenNotNil, dropOrder: 2),
                Column("matchMet", "Match met", .money, visibility: .whenNotNil, dropOrder: 1),
            ],
            rows: rows, totals: [.text("Total")] + totals.map { .money($0) })
    }

    /// The least shares that categories must have.
    static func minimums(_ grant: Grant) -> Sheet {
        Sheet(
            key: "minimums", title: "Least shares",
            columns: [
                Column("category", "Category"), Column("percent", "At least", .percent),
                Column("by", "From", .date),
            ],
            rows: (grant.minimums ?? []).map {
                [
                    .text($0.category.description), .percent(Int64($0.percent.hundredths)),
                    Cell($0.by),
                ]
            })
    }

    /// A row a partner: the share, what of it came in and is held.
    static func partners(_ grant: Grant, _ reading: Reading) throws -> Sheet {
        let shares = grant.partners ?? []
        let held = try shares.map { share in
            try reading.sum(
                Account(.heldAsAgent, grant: grant.code).with(\.organisation, share.organisation))
        }
        return Sheet(
            key: "partners", title: "Held for partners",
            columns: [
                Column("organisation", "Partner"), Column("amount", "Share", .money),
                Column("heldAsAgent", "Held now", .money),
            ],
            rows: zip(shares, held).map {
                [.text($0.organisation.description), .money($0.amount), .money($1)]
            },
            totals: [.text("Total"), .money(shares.map(\.amount).total), .money(held.total)])
    }
}
