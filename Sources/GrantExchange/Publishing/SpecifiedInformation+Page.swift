public import GrantLedger

extension SpecifiedInformation {
    /// The information as it is published.
    ///
    /// - Parameters:
    ///   - envelope: what was asked of which book.
    ///   - months: which months it is of, in words.
    /// - Returns: the page.
    public func page(_ envelope: Envelope, months: String) -> Page {
        var page = Page(
            schema: "export.specified-information/1",
            heading: "Crime and disorder reduction grants: \(months)",
            subheading: "\(envelope.office). Pounds. Elected Local Policing Bodies (Specified "
                + "Information) Order 2011, Schedule, paragraph 3(f).", envelope: envelope)
        page.sentences = sentences
        page.sheets = [grantSheet, correctionSheet]
        return page
    }

    private var sentences: [String] {
        var sentences: [String] = []
        if !grants.isEmpty {
            let count = grants.count == 1 ? "1 grant was" : "\(grants.count) grants were"
            sentences.append("\(count) signed, \(total) in all.")
        }
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

    private var grantSheet: Sheet {
        Sheet(
            key: "grants", title: "Grants signed",
            columns: [
                Column("signed", "Signed", .date),
                Column("award", "Grant"), Column("recipient", "Recipient", wraps: true),
                Column("amount", "Amount", .money), Column("title", "Title", visibility: .dataOnly),
                Column("purpose", "Purpose", dropOrder: 1, wraps: true),
                Column("conditions", "Conditions", dropOrder: 3, wraps: true),
                Column("reasons", "Reasons", dropOrder: 4, wraps: true),
                Column("decision", "Decision notice", visibility: .whenNotNil, dropOrder: 2),
                Column("month", "Month", visibility: .dataOnly),
            ],
            rows: grants.map { grant in
                [
                    .date(grant.signed), .text(grant.award.description),
                    Cell(grant.recipient.words),
                    .money(grant.amount), Cell(grant.title.words), Cell(grant.purpose.words),
                    Cell(grant.conditions.words), Cell(grant.reasons.words),
                    Cell(grant.decision.words), .text(String(grant.signed.description.prefix(7))),
                ]
            },
            totals: [.text("Total"), .absent, .absent, .money(total)]
                + Array(repeating: .absent, count: 6),
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
