public import GrantLedger

extension FundPanel {
    /// The panel on a page, short enough for a sheet of A4.
    ///
    /// - Parameters:
    ///   - envelope: what was asked of which book.
    ///   - tolerance: how far spend may be off its plan, in hundredths of a per cent.
    /// - Returns: the page.
    public func page(_ envelope: Envelope, tolerance: Int64) -> Page {
        let told = answer.page(envelope, tolerance: tolerance)
        var page = Page(
            schema: "report.panel/1",
            heading: "\(fund.title) (\(fund.code)): panel, as at \(asAt.prose)",
            subheading: told.subheading, envelope: envelope)
        page.sentences = Array(told.sentences.prefix(Self.mostSentences))
        page.facts = facts
        page.sheets = [yearSheet, besideSheet]
        page.bars = told.bars
        page.isOneSheet = true
        page.charts = told.charts.map { $0.limited(to: Self.mostBars, about: year.description) }
        return page
    }

    private static let mostBars = 1
    private static let mostSentences = 3
    private static let mostYears = 8

    private var facts: [Fact] {
        [
            Fact("caps", "Caps", .text(capWords)),
            Fact("returnsOverdue", "Returns overdue", .number(overdue)),
            Fact("match", "Match", .text(matchWords)),
            Fact("claims", "Claims", claims.rows.isEmpty ? .absent : .text(claimWords)),
            Fact("forecast", "Forecast", .text(forecastWords)),
            Fact("exceptions", "Exceptions in \(year)", .text(exceptionWords)),
        ]
    }

    private var capWords: String {
        guard !caps.rows.isEmpty else { return "no project has a cap" }
        let full = caps.rows.count { $0.left == .zero }
        let raised = caps.exceptions.count
        return "\(caps.rows.map(\.used).total) used of \(caps.rows.map(\.set).total), "
            + "\(full) of \(caps.rows.count) at the cap, "
            + (raised == 1 ? "1 exception" : "\(raised) exceptions")
    }

    private var matchWords: String {
        guard !match.rows.isEmpty else { return "none is required" }
        return "\(match.rows.map(\.met).total) met of \(match.rows.map(\.target).total), "
            + "\(match.rows.map(\.short).total) short"
    }

    private var claimWords: String {
        "\(claims.rows.map(\.received).total) received, \(claims.rows.map(\.claimed).total) awaited, "
            + "\(claims.rows.map(\.earnedClaimable).total) to claim"
    }

    private var forecastWords: String {
        let left = variance.totals.underspend
        return "\(variance.totals.forecast) of \(variance.totals.figures.awarded) awarded, "
            + (left < .zero ? "\(-left) over" : "\(left) under")
    }

    private var exceptionWords: String {
        guard !exceptions.rows.isEmpty else { return "none" }
        let most = exceptions.counts.sorted { $0.count > $1.count }.prefix(3)
        return "\(exceptions.rows.count), most of them "
            + most.map { "\($0.rule) (\($0.count))" }.joined(separator: ", ")
    }

    private var yearSheet: Sheet {
        let expected = Dictionary(variance.rows.map { ($0.keys.last ?? "", $0.forecast) }) { $1 }
        let years = answer.report.years.sorted { $0.key < $1.key }
        let earlier = years.dropLast(Self.mostYears)
        var rows = years.suffix(Self.mostYears).map { year, figures in
            Self.cells(year.description, figures, expected[year.description])
        }
        if !earlier.isEmpty {
            let forecast = earlier.compactMap { expected[$0.key.description] }.total
            rows.insert(Self.cells("earlier", earlier.map(\.value).total, forecast), at: 0)
        }
        return Sheet(
            key: "years", title: "By year",
            columns: [
                Column("year", "Year"), Column("allocation", "Allocation", .money),
                Column("charged", "Charged", .money), Column("committed", "Committed", .money),
                Column("reserved", "Reserved", .money, visibility: .whenNotNil),
                Column("free", "Free", .money), Column("paid", "Paid", .money, dropOrder: 2),
                Column("forecast", "Forecast", .money, dropOrder: 1),
            ],
            rows: rows,
            totals: Self.cells("Total", answer.report.totals, variance.totals.forecast),
            empty: "No money is in it.")
    }

    private static func cells(
        _ label: String, _ figures: SpendFigures, _ forecast: Money?
    ) -> [Cell] {
        [.text(label)]
            + [
                figures.allocation, figures.charged, figures.committed, figures.reserved,
                figures.free, figures.paid,
            ].map { .money($0) } + [.money(forecast ?? .zero)]
    }

    private var besideSheet: Sheet {
        let figures: [(String, String, (SpendFigures) -> Money)] = [
            ("allocation", "Allocation", { $0.allocation }),
            ("awarded", "Awarded", { $0.awarded }), ("charged", "Charged", { $0.charged }),
            ("profiled", "Profiled", { $0.profiled }), ("free", "Free", { $0.free }),
            ("paid", "Paid", { $0.paid }), ("owed", "Owed", { $0.owed }),
        ]
        let last = year.previous?.description ?? "the year before"
        return Sheet(
            key: "beside", title: "\(year) beside \(last) on the same day",
            columns: [
                Column("figure", "Figure", visibility: .dataOnly), Column("name", "Figure"),
                Column("now", year.description, .money), Column("then", last, .money),
                Column("change", "Change", .money),
            ],
            rows: figures.map { key, name, amount in
                [
                    .text(key), .text(name), .money(amount(now)), .money(amount(then)),
                    .money(amount(now) - amount(then)),
                ]
            })
    }
}
