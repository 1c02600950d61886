public import GrantLedger

extension CalendarReport {
    /// The calendar on a page.
    ///
    /// - Parameters:
    ///   - envelope: what was asked of which book.
    ///   - names: what organisations are called.
    /// - Returns: the page.
    public func page(_ envelope: Envelope, names: [Code: String] = [:]) -> Page {
        var page = Page(
            schema: "report.calendar/1",
            heading: "What is due, \(days.lowerBound.prose) to \(days.upperBound.prose)",
            subheading: "\(envelope.office). Pounds.", envelope: envelope)
        if !earlier.isEmpty {
            let verb = earlier.count == 1 ? "1 thing was" : "\(earlier.count) things were"
            page.sentences = ["\(verb) due earlier and not done."]
        }
        page.sheets = [
            Self.sheet(items, names, key: "items", empty: "Nothing is due."),
            Self.sheet(
                earlier, names, key: "earlier", title: "Due earlier and not done", empty: "Nothing."
            ),
        ]
        if earlier.isEmpty { page.sheets.removeLast() }
        return page
    }

    private static func sheet(
        _ items: [Item], _ names: [Code: String], key: String, title: String? = nil,
        empty: String
    ) -> Sheet {
        Sheet(
            key: key, title: title,
            columns: [
                Column("date", "Date", .date), Column("what", "What"), Column("of", "Of"),
                Column("part", "Which"), Column("party", "Whose", visibility: .dataOnly),
                Column("name", "Whose", dropOrder: 1, isFlexible: true),
                Column("amount", "Amount", .money),
            ],
            rows: items.map { item in
                [
                    .date(item.date), .text(item.what.words), .text(item.of), Cell(item.part),
                    Cell(item.party), Cell(item.party.map { names[$0] ?? $0.description }),
                    Cell(item.amount),
                ]
            }, empty: empty)
    }
}

extension CalendarReport.What {
    /// As paper has it.
    public var words: String {
        switch self {
        case .instalment: "instalment due"
        case .monitoringReturn: "return due"
        case .claim: "claim due"
        case .minimum: "least share tested"
        case .awardEnds: "award ends"
        case .grantEnds: "grant ends"
        case .yearClose: "year closes"
        }
    }
}
