public import GrantLedger

extension VarianceReport {
    /// The report on a page.
    ///
    /// - Parameters:
    ///   - envelope: what was asked of which book.
    ///   - tolerance: how far spend may be off its plan, in hundredths of a per cent.
    /// - Returns: the page.
    public func page(_ envelope: Envelope, tolerance: Int64) -> Page {
        var page = Page(
            schema: "report.variance/1",
            heading: "Variance to profile and forecast, as at \(question.asAt.prose)",
            subheading: "\(envelope.office). Pounds.", envelope: envelope)
        page.envelope.by = question.by.map(\.rawValue)
        page.sentences = [sentence]
        let keys = question.by.map { Column($0.rawValue, $0.rawValue.firstUpper) }
        page.sheets = [
            Sheet(
                columns: keys + [
                    Column("awarded", "Awarded", .money),
                    Column("profiled", "Profiled", .money, dropOrder: 3),
                    Column("charged", "Charged", .money),
                    Column("variance", "Variance", .money),
                    Column("variancePercent", "Per cent", .percent, dropOrder: 2),
                    Column("position", "Profile", dropOrder: 1),
                    Column("forecast", "Forecast", .money),
                    Column("underspend", "Underspend", .money),
                ],
                rows: rows.map { row in row.keys.map { .text($0) } + row.cells(tolerance) },
                totals: keys.indices.map { $0 == 0 ? .text("Total") : .absent }
                    + totals.cells(tolerance),
                empty: "Nothing is awarded or charged.")
        ]
        return page
    }

    private var sentence: String {
        let left = totals.underspend
        let words =
            left < .zero ? "\(-left) more than was awarded" : "an underspend of \(left)"
        return "\(totals.figures.charged) is charged of \(totals.figures.awarded) awarded; "
            + "\(totals.forecast) is forecast, \(words)."
    }
}

extension VarianceReport.Row {
    fileprivate func cells(_ tolerance: Int64) -> [Cell] {
        [
            .money(figures.awarded), .money(figures.profiled), .money(figures.charged),
            .money(figures.variance), figures.variancePercent.map { .percent($0) } ?? .absent,
            Cell(figures.position(tolerance: tolerance)?.rawValue), .money(forecast),
            .money(underspend),
        ]
    }
}
