public import GrantLedger

extension CapReport {
    /// The report on a page.
    public func page(_ envelope: Envelope) -> Page {
        var page = Page(
            schema: "report.caps/1", heading: "Caps: what each project may have, has and has left",
            subheading: "\(envelope.office). Pounds.", envelope: envelope)
        let excepted = rows.filter { $0.exception > .zero }
        if !excepted.isEmpty {
            let sum = excepted.map(\.exception).total
            page.sentences = [
                "\(excepted.count == 1 ? "1 cap has" : "\(excepted.count) caps have") an authorised exception, "
                    + "\(sum) in all."
            ]
        }
        page.sheets = [
            Sheet(
                columns: [
                    Column("round", "Round"), Column("project", "Project"), Column("year", "Year"),
                    Column("capSet", "Cap", .money),
                    Column("exception", "Exception", .money, visibility: .whenNotNil),
                    Column("capUsed", "Used", .money), Column("capHeadroom", "Left", .money),
                ],
                rows: rows.map { row in
                    [
                        .text(row.round.description), .text(row.project.description),
                        .text(row.year?.description ?? "in all"), .money(row.set),
                        .money(row.exception),
                        .money(row.used), .money(row.left),
                    ]
                }, empty: "No project has a cap.")
        ]
        return page
    }
}
