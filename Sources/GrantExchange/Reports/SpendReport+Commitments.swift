public import GrantLedger

extension SpendReport {
    /// What is awarded, charged and committed by year to the end of every term; asked by fund, award and year.
    public func commitmentPage(_ envelope: Envelope) -> Page {
        var page = Page(
            schema: "report.commitments/1",
            heading: "Commitments by year, as at \(question.asAt.prose)",
            subheading: "\(envelope.office). Pounds.", envelope: envelope)
        page.envelope.by = question.by.map(\.rawValue)
        let shown = rows.filter { $0.figures.awarded != .zero }
        page.sentences = [
            "\(totals.awarded) is awarded, \(totals.charged) of it charged and \(totals.committed) still committed."
        ]
        let keys = question.by.map { Column($0.rawValue, $0.rawValue.firstUpper) }
        page.sheets = [
            Sheet(
                columns: keys + [
                    Column("awarded", "Awarded", .money), Column("charged", "Charged", .money),
                    Column("committed", "Committed", .money),
                    Column("reserved", "Reserved", .money, visibility: .whenNotNil),
                    Column("owed", "Owed", .money, visibility: .whenNotNil),
                    Column("paid", "Paid", .money, dropOrder: 1),
                ],
                rows: shown.map { row in row.keys.map { .text($0) } + row.figures.commitments },
                totals: keys.indices.map { $0 == 0 ? .text("Total") : .absent }
                    + totals.commitments,
                empty: "Nothing is awarded.")
        ]
        return page
    }
}

extension SpendFigures {
    fileprivate var commitments: [Cell] {
        [awarded, charged, committed, reserved, owed, paid].map { .money($0) }
    }
}
