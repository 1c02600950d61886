import GrantExchange
import GrantLedger

/// Monitoring returns as rows.
enum ReturnSheet {
    /// A row a return.
    static func sheet(
        _ returns: [MonitoringReturn], key: String? = nil, title: String? = nil
    ) -> Sheet {
        let isOne = key == "returns"
        return Sheet(
            key: key, title: title,
            columns: [
                Column("award", "Award", visibility: isOne ? .dataOnly : .always),
                Column("period", "Period"), Column("submitted", "Submitted", .date, dropOrder: 1),
                Column("status", "Status"), Column("reported", "Reported", .money),
                Column("disallowed", "Disallowed", .money, visibility: .whenNotNil),
                Column("agreed", "Agreed", .money),
                Column("reason", "Reason", visibility: .whenNotNil, wraps: true),
            ],
            rows: returns.map { report in
                [
                    .text(report.award.description), .text(report.period.description),
                    .date(report.submitted), .text(report.status.rawValue),
                    .money(report.reported), .money(report.disallowed.map(\.amount).total),
                    report.status == .accepted ? .money(report.agreed) : .absent,
                    Cell(report.reason),
                ]
            },
            empty: "No return came in.")
    }

    /// The parts of one return: spend, match, what was delivered.
    static func parts(_ report: MonitoringReturn) -> [Sheet] {
        let refused = report.disallowed
        let spend = Sheet(
            key: "spend", title: "Spend",
            columns: [
                Column("fund", "Fund", visibility: .whenNotNil), Column("category", "Category"),
                Column("reported", "Reported", .money),
                Column("disallowed", "Disallowed", .money, visibility: .whenNotNil),
            ],
            rows: report.spend.map { line in
                let less = refused.filter { $0.category == line.category && $0.fund == line.fund }
                return [
                    Cell(line.fund), .text(line.category.description), .money(line.amount),
                    .money(less.map(\.amount).total),
                ]
            },
            totals: [
                .text("Total"), .absent, .money(report.reported),
                .money(refused.map(\.amount).total),
            ])
        let match = Sheet(
            key: "match", title: "Match",
            columns: [
                Column("organisation", "From"), Column("kind", "Kind"),
                Column("amount", "Amount", .money),
            ],
            rows: report.match.map {
                [.text($0.from.description), .text($0.kind.rawValue), .money($0.amount)]
            })
        let delivered = Sheet(
            key: "delivered", title: "Delivered",
            columns: [Column("name", "What"), Column("number", "Number", .number)],
            rows: report.delivered.map { [.text($0.name.description), .number($0.number)] })
        return [spend, match, delivered]
    }
}
