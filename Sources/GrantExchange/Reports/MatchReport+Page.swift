public import GrantLedger

extension MatchReport {
    /// The report on a page.
    public func page(_ envelope: Envelope) -> Page {
        var page = Page(
            schema: "report.match/1", heading: "Match funding: required, met and short",
            subheading: "\(envelope.office). Pounds.", envelope: envelope)
        page.sentences = [sentence].compactMap(\.self)
        page.charts = [chart(sentence)].compactMap(\.self)
        page.sheets = [requiredSheet, sourceSheet]
        if !minimums.isEmpty { page.sheets.append(minimumSheet) }
        return page
    }

    private var sentence: String? {
        guard !rows.isEmpty else { return nil }
        let (target, met) = (rows.map(\.target).total, rows.map(\.met).total)
        let short = rows.count { $0.short > .zero }
        let left =
            short == 0
            ? "nothing is short"
            : "\(target - met) is short, on \(short) of \(rows.count) lines"
        return "\(target) of match is required, \(met) is met; \(left)."
    }

    private var requiredSheet: Sheet {
        Sheet(
            key: "required", title: "Required",
            columns: [
                Column("of", "Award or grant"), Column("register", "Is", dropOrder: 1),
                Column("year", "Year"), Column("target", "Target", .money),
                Column("met", "Met", .money), Column("short", "Short", .money),
                Column("required", "Still required", .money, visibility: .dataOnly),
            ],
            rows: rows.map { row in
                [
                    .text(row.of.description), .text(row.isAward ? "award" : "grant"),
                    .text(row.year.description), .money(row.target), .money(row.met),
                    .money(row.short), .money(row.required),
                ]
            },
            totals: [.text("Total"), .absent, .absent]
                + [
                    rows.map(\.target), rows.map(\.met), rows.map(\.short), rows.map(\.required),
                ].map { .money($0.total) },
            empty: "No match is required.")
    }

    private var sourceSheet: Sheet {
        Sheet(
            key: "sources", title: "By provider",
            columns: [
                Column("of", "Award or grant"), Column("year", "Year"),
                Column("organisation", "From", isFlexible: true), Column("kind", "Kind"),
                Column("offered", "Offered", .money), Column("pledged", "Pledged", .money),
                Column("confirmed", "Confirmed", .money),
                Column("evidenced", "Evidenced", .money),
            ],
            rows: sources.map { source in
                [
                    .text(source.of.description), .text(source.year.description),
                    .text(source.from.description), .text(source.kind.rawValue),
                    .money(source.offered), .money(source.pledged), .money(source.confirmed),
                    .money(source.evidenced),
                ]
            },
            totals: [.text("Total"), .absent, .absent, .absent]
                + [
                    sources.map(\.offered), sources.map(\.pledged), sources.map(\.confirmed),
                    sources.map(\.evidenced),
                ].map { .money($0.total) },
            empty: "Nobody has offered match.")
    }

    private var minimumSheet: Sheet {
        Sheet(
            key: "minimums", title: "Least shares",
            columns: [
                Column("grant", "Grant"), Column("year", "Year"), Column("category", "Category"),
                Column("percent", "At least", .percent), Column("by", "By", .date, dropOrder: 1),
                Column("charged", "Charged", .money), Column("required", "Required", .money),
                Column("had", "Had", .money), Column("short", "Short", .money),
            ],
            rows: minimums.map { test in
                [
                    .text(test.grant.description), .text(test.year?.description ?? "in all"),
                    .text(test.minimum.category.description),
                    .percent(Int64(test.minimum.percent.hundredths)), Cell(test.minimum.by),
                    .money(test.charged), .money(test.required), .money(test.had),
                    .money(test.short),
                ]
            })
    }
}
