public import GrantLedger

extension ReturnReport {
    /// The report on a page.
    ///
    /// - Parameters:
    ///   - envelope: what was asked of which book.
    ///   - day: the day as at which what has not come is due or overdue.
    /// - Returns: the page.
    public func page(_ envelope: Envelope, asAt day: Day) -> Page {
        var page = Page(
            schema: "report.returns/1", heading: "Monitoring returns, as at \(day.prose)",
            subheading: "\(envelope.office). Pounds.", envelope: envelope)
        let standings = ["accepted", "submitted", "queried", "rejected", "overdue", "due"]
        let counts = standings.compactMap { word in
            let count = rows.count { $0.standing(asAt: day) == word }
            return count == 0 ? nil : "\(count) \(word == "due" ? "not yet due" : word)"
        }
        if !rows.isEmpty {
            let total = rows.count == 1 ? "1 return" : "\(rows.count) returns"
            page.sentences = ["\(total): \(counts.joined(separator: ", "))."]
        }
        page.charts = [chart(asAt: day, finding: page.sentences.first)].compactMap(\.self)
        page.sheets = [
            Sheet(
                columns: [
                    Column("award", "Award"), Column("recipient", "Recipient", isFlexible: true),
                    Column("period", "Period"), Column("status", "Standing"),
                    Column("ends", "Period ends", .date, dropOrder: 2),
                    Column("submitted", "Came", .date, dropOrder: 1),
                    Column("reported", "Reported", .money), Column("agreed", "Agreed", .money),
                    Column("disallowed", "Disallowed", .money, visibility: .whenNotNil),
                ],
                rows: rows.map { row in cells(row, day) }, totals: totals,
                empty: "No return is due.")
        ]
        return page
    }

    private func cells(_ row: Row, _ day: Day) -> [Cell] {
        let report = row.report
        let isAgreed = report?.status == .accepted
        return [
            .text(row.award.code.description), .text(row.award.recipient.description),
            .text(row.period.description), .text(row.standing(asAt: day)),
            .date(row.period.lastDay),
            Cell(report?.submitted), Cell(report?.reported), Cell(isAgreed ? report?.agreed : nil),
            Cell(isAgreed ? report?.disallowed.map(\.amount).total : nil),
        ]
    }

    private var totals: [Cell] {
        let agreed = rows.compactMap(\.report).filter { $0.status == .accepted }
        return [
            .text("Total"), .absent, .absent, .absent, .absent, .absent,
            .money(rows.compactMap { $0.report?.reported }.total),
            .money(agreed.map(\.agreed).total),
            .money(agreed.flatMap(\.disallowed).map(\.amount).total),
        ]
    }
}
