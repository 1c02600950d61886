public import GrantLedger

extension SpecifiedInformation {
    /// The information as it is published.
    ///
    /// - Parameters:
    ///   - envelope: what was asked of which book.
    ///   - months: which months it is of, in words.
    ///   - hasMonths: whether it is of more than one month.
    /// - Returns: the page.
    public func page(_ envelope: Envelope, months: String, hasMonths: Bool) -> Page {
        var page = Page(
            schema: "export.specified-information/1",
            heading: "Crime and disorder reduction grants: \(months)",
            subheading: "\(envelope.office). Pounds. Elected Local Policing Bodies (Specified "
                + "Information) Order 2011, Schedule, paragraph 3(f).", envelope: envelope)
        page.sentences = sentences
        page.sheets = [grantSheet(hasMonths), correctionSheet]
        return page
    }

    private var sentences: [String] {
        let count = grants.count == 1 ? "1 grant was" : "\(grants.count) grants were"
        var sentences = ["\(count) signed, \(total) in all."]
        if !corrections.isEmpty {
            let noun = corrections.count == 1 ? "1 correction" : "\(corrections.count) corrections"
            sentences.append("\(noun) of grants published before.")
        }
        for (field, awards) in lacking {
            let names = awards.map(\.description).joined(separator: ", ")
            sentences.append("No \(field) recorded: \(names).")
        }
        return sentences
    }

    private func grantSheet(_ hasMonths: Bool) -> Sheet {
        Sheet(
            key: "grants", title: "Grants signed",
            columns: [
                Column("month", "Month", visibility: hasMonths ? .always : .dataOnly),
                Column("signed", "Signed", .date), Column("award", "Grant"),
                Column("decision", "Decision notice", visibility: .whenNotNil, dropOrder: 2),
                Column("title", "Title", visibility: .dataOnly),
                Column("recipient", "Recipient", wraps: true),
                Column("purpose", "Purpose", dropOrder: 1, wraps: true),
                Column("conditions", "Conditions", dropOrder: 3, wraps: true),
                Column("reasons", "Reasons", dropOrder: 4, wraps: true),
                Column("amount", "Amount", .money),
            ],
            rows: grants.map { grant in
                [
                    .text(String(grant.signed.description.prefix(7))), .date(grant.signed),
                    .text(grant.award.description), Cell(grant.decision.words),
                    Cell(grant.title.words), Cell(grant.recipient.words),
                    Cell(grant.purpose.words), Cell(grant.conditions.words),
                    Cell(grant.reasons.words), .money(grant.amount),
                ]
            },
            totals: [.text("Total")] + Array(repeating: .absent, count: 8) + [.money(total)],
            empty: "No grant was signed.")
    }

    private var correctionSheet: Sheet {
        Sheet(
            key: "corrections", title: "Corrections of grants published before",
            columns: [
                Column("date", "Date", .date), Column("award", "Grant"),
                Column("change", "Correction", wraps: true), Column("field", "Of its"),
                Column("was", "Was", wraps: true), Column("now", "Now", wraps: true),
                Column("entry", "Entry", .number, visibility: .dataOnly),
                Column("late", "Recorded", .date, visibility: .whenNotNil),
                Column("recorded", "Recorded on", .date, visibility: .dataOnly),
            ],
            rows: corrections.map { correction in
                let recorded = correction.moment.recorded
                return [
                    .date(correction.moment.date), .text(correction.award.description),
                    .text(correction.change), .text(correction.field), Cell(correction.was),
                    Cell(correction.now), .number(correction.moment.entry),
                    correction.isLate ? .date(recorded) : .absent, .date(recorded),
                ]
            }, empty: "No grant published before was changed.")
    }
}
