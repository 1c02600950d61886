public import GrantLedger

extension TransparencyReport {
    /// The report as it is published.
    ///
    /// - Parameters:
    ///   - envelope: what was asked of which book.
    ///   - span: which days it is of, in words.
    ///   - department: who awarded and spent.
    /// - Returns: the page.
    public func page(_ envelope: Envelope, span: String, department: String) -> Page {
        var page = Page(
            schema: "export.transparency/1", heading: "Transparency: \(span)",
            subheading: "\(envelope.office). Pounds. Local Government Transparency Code 2015.",
            envelope: envelope)
        page.sentences = [
            "Grants to all but public bodies (council, police, csp, health, government); those the "
                + "book knows no kind of are among them.",
            "Payments and costs above \(threshold), and what came back above it. Costs include VAT "
                + "that cannot be recovered, which the book does not keep apart.",
        ]
        page.sheets = [grantSheet(department), expenditureSheet(department)]
        return page
    }

    private func grantSheet(_ department: String) -> Sheet {
        let total = grants.map(\.amount).total
        return Sheet(
            key: "grants",
            title: "Grants to voluntary, community and social enterprise organisations",
            columns: [
                Column("dateAwarded", "Date awarded", .date),
                Column("timePeriod", "Time period", wraps: true),
                Column("department", "Department", dropOrder: 1, isFlexible: true),
                Column("beneficiary", "Beneficiary", wraps: true),
                Column("registrationNumber", "Registration number", visibility: .whenNotNil),
                Column("purpose", "Purpose", wraps: true), Column("amount", "Amount", .money),
                Column("award", "Grant", visibility: .dataOnly),
            ],
            rows: grants.map { grant in
                [
                    .date(grant.decided), Cell(grant.period.words), .text(department),
                    Cell(grant.beneficiary.words), Cell(grant.registrationNumber),
                    Cell(grant.purpose.words), .money(grant.amount),
                    .text(grant.award.description),
                ]
            },
            totals: [.text("Total")] + Array(repeating: .absent, count: 5)
                + [.money(total), .absent],
            empty: "No such grant was decided.")
    }

    private func expenditureSheet(_ department: String) -> Sheet {
        let total = expenditure.map(\.amount).total
        return Sheet(
            key: "expenditure", title: "Expenditure above \(threshold)",
            columns: [
                Column("dateIncurred", "Date incurred", .date),
                Column("department", "Department", dropOrder: 1, isFlexible: true),
                Column("beneficiary", "Beneficiary", wraps: true),
                Column("purpose", "Purpose", wraps: true), Column("amount", "Amount", .money),
                Column("irrecoverableVAT", "VAT not recovered", .money, visibility: .whenNotNil),
                Column("merchantCategory", "Category", dropOrder: 2),
                Column("entry", "Entry", .number, visibility: .dataOnly),
            ],
            rows: expenditure.map { item in
                [
                    .date(item.date), .text(department), Cell(item.beneficiary.words),
                    Cell(item.purpose.words), .money(item.amount), .absent, .text(item.category),
                    .number(item.entry),
                ]
            },
            totals: [.text("Total")] + Array(repeating: .absent, count: 3)
                + [.money(total), .absent, .absent, .absent],
            empty: "Nothing above it was paid.")
    }
}

extension TransparencyReport.Grant {
    /// The number of its charity or company, else its public identifier as it is.
    fileprivate var registrationNumber: String? {
        guard let told = identifier.told else { return nil }
        let known = OrganisationId(told)
        return known?.charityNumber ?? known?.companyNumber ?? told
    }
}
