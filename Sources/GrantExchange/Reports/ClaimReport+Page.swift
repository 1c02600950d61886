public import GrantLedger

extension ClaimReport {
    /// The report on a page.
    public func page(_ envelope: Envelope) -> Page {
        var page = Page(
            schema: "report.claims/1", heading: "Claims: earned, claimed and received",
            subheading: "\(envelope.office). Pounds.", envelope: envelope)
        if !rows.isEmpty {
            let received = rows.map(\.received).total
            page.sentences = [
                "Of \(rows.map(\.ceiling).total) that may be claimed or received, \(received) has come, "
                    + "\(rows.map(\.claimed).total) is claimed and awaited, "
                    + "\(rows.map(\.earnedClaimable).total) is earned and not yet claimed."
            ]
        }
        page.sheets = [yearSheet, claimSheet]
        return page
    }

    private var yearSheet: Sheet {
        let figures: [(Row) -> Money] = [
            { $0.ceiling }, { $0.notYetEarned }, { $0.earnedClaimable }, { $0.accrued },
            { $0.claimed }, { $0.received }, { $0.disallowed },
        ]
        return Sheet(
            key: "years", title: "By grant and year",
            columns: [
                Column("grant", "Grant"), Column("year", "Year"),
                Column("claimCeiling", "Ceiling", .money),
                Column("notYetEarned", "Not yet earned", .money),
                Column("earnedClaimable", "To claim", .money),
                Column("accrued", "Accrued", .money, visibility: .whenNotNil),
                Column("claimed", "Claimed", .money), Column("received", "Received", .money),
                Column("disallowed", "Disallowed", .money, visibility: .whenNotNil),
            ],
            rows: rows.map { row in
                [.text(row.grant.description), .text(row.year.description)]
                    + figures.map { .money($0(row)) }
            },
            totals: [.text("Total"), .absent] + figures.map { .money(rows.map($0).total) },
            empty: "No grant can be claimed.")
    }

    private var claimSheet: Sheet {
        let figures: [(Line) -> Money] = [
            { $0.claim.total }, { $0.received }, { $0.claim.disallowed }, { $0.outstanding },
        ]
        return Sheet(
            key: "claims", title: "Claims",
            columns: [
                Column("claim", "Claim"), Column("grant", "Grant"), Column("year", "Year"),
                Column("quarter", "To", dropOrder: 1), Column("made", "Made", .date),
                Column("state", "State"), Column("asked", "Asked", .money),
                Column("received", "Received", .money),
                Column("disallowed", "Disallowed", .money, visibility: .whenNotNil),
                Column("claimed", "Awaited", .money),
            ],
            rows: claims.map { line in
                [
                    .text(line.claim.code.description), .text(line.claim.grant.description),
                    .text(line.claim.year.description), Cell(line.claim.quarter.map { "Q\($0)" }),
                    .date(line.claim.made), .text(line.state.rawValue),
                ] + figures.map { .money($0(line)) }
            },
            totals: [.text("Total"), .absent, .absent, .absent, .absent, .absent]
                + figures.map { .money(claims.map($0).total) },
            empty: "Nothing has been claimed.")
    }
}
