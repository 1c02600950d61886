import GrantLedger

extension HandedAward {
    /// What it consists of, as tables: the award, its lines, its instalments, its returns.
    var sheets: [Sheet] { [awardSheet, lineSheet, instalmentSheet, returnSheet] }

    private var awardSheet: Sheet {
        let figures = lines.map(\.figures).total
        return Sheet(
            key: "awards",
            columns: [
                Column("award", "Award"), Column("title", "Title"),
                Column("recipient", "Recipient"), Column("name", "Name"),
                Column("orgId", "Identifier"), Column("fund", "Fund"), Column("round", "Round"),
                Column("status", "Status"), Column("agreement", "Agreement"),
                Column("signed", "Signed", .date), Column("starts", "Starts", .date),
                Column("ends", "Ends", .date), Column("reports", "Reports"),
                Column("awarded", "Awarded", .money), Column("charged", "Charged", .money),
                Column("paid", "Paid", .money),
            ],
            rows: [
                [
                    .text(award.code.description), .text(award.title.description),
                    .text(award.recipient.description), Cell(recipient?.name),
                    Cell(recipient?.orgId), .text(award.fund.description), Cell(award.round),
                    .text(award.status.rawValue), Cell(award.agreement), Cell(award.signed),
                    Cell(award.starts), Cell(award.ends), Cell(award.returns?.rawValue),
                    .money(figures.awarded), .money(figures.charged), .money(figures.paid),
                ]
            ])
    }

    private var lineSheet: Sheet {
        let figures: [(String, (SpendFigures) -> Money)] = [
            ("awarded", { $0.awarded }), ("reserved", { $0.reserved }),
            ("committed", { $0.committed }), ("accepted", { $0.accepted }),
            ("accrued", { $0.accrued }), ("charged", { $0.charged }), ("paid", { $0.paid }),
            ("returned", { $0.returned }), ("onAccount", { $0.onAccount }), ("owed", { $0.owed }),
        ]
        return Sheet(
            key: "lines",
            columns: ["award", "fund", "year"].map { Column($0, $0) }
                + figures.map { Column($0.0, $0.0, .money) },
            rows: lines.map { line in
                [
                    .text(award.code.description), .text(line.fund.description),
                    .text(line.year.description),
                ] + figures.map { .money($0.1(line.figures)) }
            })
    }

    private var instalmentSheet: Sheet {
        Sheet(
            key: "instalments",
            columns: [
                Column("award", "Award"), Column("number", "No", .number),
                Column("year", "Year"), Column("due", "Due", .date),
                Column("amount", "Amount", .money), Column("status", "Status"),
                Column("after", "After"), Column("payment", "Entry", .number),
                Column("reason", "Reason"),
            ],
            rows: instalments.map { line in
                [
                    .text(award.code.description), .number(line.number),
                    .text(line.year.description), .date(line.due), .money(amount(of: line)),
                    .text(line.status.rawValue), Cell(line.after), Cell(line.payment),
                    Cell(line.reason),
                ]
            })
    }

    private var returnSheet: Sheet {
        Sheet(
            key: "returns",
            columns: [
                Column("award", "Award"), Column("period", "Period"),
                Column("submitted", "Submitted", .date), Column("status", "Status"),
                Column("reported", "Reported", .money),
                Column("disallowed", "Disallowed", .money), Column("agreed", "Agreed", .money),
                Column("forecast", "Forecast", .money), Column("reason", "Reason"),
            ],
            rows: returns.map { report in
                [
                    .text(award.code.description), .text(report.period.description),
                    .date(report.submitted), .text(report.status.rawValue),
                    .money(report.reported), .money(report.disallowed.map(\.amount).total),
                    report.status == .accepted ? .money(report.agreed) : .absent,
                    Cell(report.forecast), Cell(report.reason),
                ]
            })
    }
}
