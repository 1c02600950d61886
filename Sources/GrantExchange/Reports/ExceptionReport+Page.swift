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
        var sheet = Self.sheet
        sheet.rows = rows.map(\.cells)
        page.sheets = [sheet]
        return page
    }

    /// The columns of the report, and what it says where nothing is found.
    public static let sheet = Sheet(
        columns: [
            Column("rule", "Rule"), Column("entries", "Entries", wraps: true),
            Column("date", "Date", .date), Column("user", "By"),
            Column("approver", "Second", visibility: .whenNotNil, dropOrder: 2),
            Column("threshold", "Threshold", visibility: .whenNotNil, dropOrder: 3),
            Column("amount", "Amount", .money), Column("explanation", "Explanation", wraps: true),
            Column("entry", "Entry", .number, visibility: .dataOnly),
            Column("kind", "Kind", visibility: .dataOnly),
            Column("recordedAt", "Recorded", visibility: .dataOnly),
        ], empty: "No entry is an exception.")
}

extension ExceptionReport.Row {
    /// What stands in the report's columns.
    public var cells: [Cell] {
        [
            .text(rule), .list(numbers), .date(date), .text(user), Cell(approver),
            Cell(threshold), Cell(amount), .text(explanation), .number(entry),
            .text(kind.rawValue), .text(recordedAt),
        ]
    }
}
