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
                    Column(
                        "round", "Round",
                        visibility: Set(rows.map(\.round)).count > 1 ? .always : .dataOnly),
                    Column("project", "Project"), Column("year", "Year"),
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
        if !exceptions.isEmpty { page.sheets.append(exceptionSheet) }
        return page
    }

    private var exceptionSheet: Sheet {
        Sheet(
            key: "exceptions", title: "Exceptions",
            columns: [
                Column("entry", "Entry", .number), Column("date", "Date", .date),
                Column("project", "Project"), Column("year", "Year"),
                Column("amount", "Amount", .money),
                Column("authorisedBy", "Authorised by", isFlexible: true),
                Column("reason", "Reason", isFlexible: true),
            ],
            rows: exceptions.map { exception in
                [
                    .number(exception.entry), .date(exception.date),
                    .text(exception.act.project.description),
                    .text(exception.act.year?.description ?? "in all"),
                    .money(exception.act.amount),
                    .text(exception.act.authorisedBy.description),
                    .text(exception.act.reason.description),
                ]
            })
    }
}
