public import GrantLedger

extension ExceptionReport {
    /// The report on a page.
    public func page(_ envelope: Envelope) -> Page {
        var page = Page(
            schema: "report.exceptions/1", heading: "Exceptions: entries an auditor should see",
            subheading: "\(envelope.office). Pounds.", envelope: envelope)
        let words = counts.map { "\($0.count) \($0.rule)" }
        page.sentences =
            rows.isEmpty
            ? [] : ["\(rows.count) in all: \(words.joined(separator: ", "))."]
        page.sheets = [
            Sheet(
                columns: [
                    Column("rule", "Rule"), Column("entries", "Entries", wraps: true),
                    Column("date", "Date", .date), Column("user", "By"),
                    Column("approver", "Second", visibility: .whenNotNil, dropOrder: 2),
                    Column("threshold", "Threshold", visibility: .whenNotNil, dropOrder: 3),
                    Column("amount", "Amount", .money),
                    Column("explanation", "Explanation", wraps: true),
                    Column("entry", "Entry", .number, visibility: .dataOnly),
                    Column("kind", "Kind", visibility: .dataOnly),
                    Column("recordedAt", "Recorded", visibility: .dataOnly),
                ],
                rows: rows.map { row in
                    [
                        .text(row.rule), .list(row.numbers), .date(row.date), .text(row.user),
                        Cell(row.approver), Cell(row.threshold), Cell(row.amount),
                        .text(row.explanation), .number(row.entry), .text(row.kind.rawValue),
                        .text(row.recordedAt),
                    ]
                }, empty: "No entry is an exception.")
        ]
        return page
    }
}
