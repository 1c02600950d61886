public import GrantLedger

extension PostingStatus {
    /// The status on a page.
    ///
    /// - Parameters:
    ///   - envelope: what was asked of which book.
    ///   - words: what a head is called on paper.
    /// - Returns: the page, a row a ledger code and a row a journal.
    public func page(_ envelope: Envelope, words: (Head) -> String) -> Page {
        var page = Page(
            schema: "report.postings/1", heading: "What went to the finance system",
            subheading: "\(envelope.office). Pounds; credits below nil.", envelope: envelope)
        page.sentences = sentences
        page.sheets = [
            Sheet(
                key: "codes", title: "By ledger code",
                columns: [
                    Column("code", "Code"), Column("heads", "Heads", wraps: true),
                    Column("posted", "Posted", .money), Column("unposted", "Not yet", .money),
                    Column("trialBalance", "Balance", .money),
                    Column("difference", "Difference", .money, visibility: .whenNotNil),
                ],
                rows: rows.map { row in
                    [
                        .text(row.code?.description ?? "(none)"),
                        .text(row.heads.map(words).joined(separator: ", ")),
                        .money(row.posted), .money(row.unposted), .money(row.trialBalance),
                        .money(row.difference),
                    ]
                },
                totals: [
                    .text("Total"), .absent, .money(rows.map(\.posted).total),
                    .money(rows.map(\.unposted).total), .money(rows.map(\.trialBalance).total),
                    .money(rows.map(\.difference).total),
                ], empty: "Nothing has moved in the accounts."),
            Sheet(
                key: "journals", title: "Journals",
                columns: [
                    Column("number", "Journal", .number), Column("through", "To", .date),
                    Column("total", "Debits and credits", .money),
                    Column("again", "See it again"),
                ],
                rows: journals.map { journal in
                    [
                        .number(journal.number), .date(journal.through), .money(journal.total),
                        .text("almoner export postings --again \(journal.number)"),
                    ]
                }, empty: "None has gone yet."),
        ]
        return page
    }

    private var sentences: [String] {
        guard !rows.isEmpty else { return [] }
        var said: [String] = []
        if differing.isEmpty {
            said.append(
                "Posted and not yet posted come to the trial balance, code by code: the difference "
                    + "is nil.")
        } else {
            let names = differing.map { $0.code?.description ?? "(none)" }
            said.append(
                "Posted and not yet posted differ from the trial balance on "
                    + "\(names.joined(separator: ", ")). Their codes were changed after a journal "
                    + "went: move the difference in the finance system.")
        }
        let missing = rows.filter { $0.code == nil }.flatMap(\.heads).map(\.rawValue)
        if !missing.isEmpty {
            said.append(
                "Without a ledger code: \(missing.joined(separator: ", ")). Give each one: "
                    + "almoner policy map HEAD LEDGER-CODE.")
        }
        return said
    }
}
