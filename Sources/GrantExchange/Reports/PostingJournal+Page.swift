public import GrantLedger

extension PostingJournal {
    /// What a line says of the entry it comes from.
    public struct Words: Sendable {
        /// What was done.
        public let text: String
        /// The paper's or the bank's reference.
        public let reference: String?

        /// Creates them.
        public init(text: String, reference: String?) {
            (self.text, self.reference) = (text, reference)
        }
    }

    /// The journal on a page.
    ///
    /// - Parameters:
    ///   - envelope: what was asked of which book.
    ///   - number: the entry that posted it.
    ///   - words: what each entry is, by its number.
    /// - Returns: the page, a sheet of lines and one of sums by code.
    public func page(_ envelope: Envelope, number: Int, words: [Int: Words]) -> Page {
        var page = Page(
            schema: "export.postings/1", heading: "Journal \(number) to the finance system",
            subheading: "\(envelope.office). Pounds.", envelope: envelope)
        let count = entries == 1 ? "1 entry" : "\(entries) entries"
        page.sentences = [
            "\(count) to \(through.prose): \(total) debited and \(total) credited."
        ]
        let lateEntries = Set(late.map(\.entry)).count
        if lateEntries > 0 {
            page.sentences.append(
                "\(lateEntries) of them \(lateEntries == 1 ? "is" : "are") of an earlier month, "
                    + "\(late.map(\.debit).total) in all; the month stands beside each.")
        }
        page.facts = [
            Fact("number", "Journal", .number(number)),
            Fact("through", "To", .date(through)),
            Fact("entries", "Entries", .number(entries)),
            Fact("total", "Debits and credits", .money(total)),
        ]
        page.sheets = [linesSheet(words), sumsSheet]
        return page
    }

    /// The lines alone, as a finance system reads them: one table, nothing before it or after.
    public func linesPage(_ envelope: Envelope, number: Int, words: [Int: Words]) -> Page {
        var page = page(envelope, number: number, words: words)
        page.facts = []
        page.sheets = [linesSheet(words, journal: number)]
        return page
    }

    private func linesSheet(_ words: [Int: Words], journal: Int? = nil) -> Sheet {
        var columns = [
            Column("entry", "Entry", .number), Column("date", "Date", .date),
            Column("code", "Code"), Column("fund", "Fund", dropOrder: 3),
            Column("owner", "For", dropOrder: 2),
            Column("description", "What", isFlexible: true),
            Column("reference", "Reference", dropOrder: 4),
            Column("debit", "Debit", .money), Column("credit", "Credit", .money),
            Column("earlierMonth", "Late of", visibility: .whenNotNil),
        ]
        if journal != nil { columns.insert(Column("journal", "Journal", .number), at: 0) }
        let first = first
        let rows = lines.map { line -> [Cell] in
            let isLate = line.date < first
            let row: [Cell] = [
                .number(line.entry), .date(line.date), .text(line.code.description),
                Cell(line.fund), Cell(line.owner), Cell(words[line.entry]?.text),
                Cell(words[line.entry]?.reference), .money(line.debit), .money(line.credit),
                isLate ? .text(String(line.date.description.prefix(7))) : .absent,
            ]
            return (journal.map { [.number($0)] } ?? []) + row
        }
        let totals: [Cell] = [
            .text("Total"), .absent, .absent, .absent, .absent, .absent, .absent, .money(total),
            .money(lines.map(\.credit).total), .absent,
        ]
        return Sheet(
            key: journal == nil ? "lines" : nil, title: "Lines", columns: columns, rows: rows,
            totals: journal == nil ? totals : nil)
    }

    private var sumsSheet: Sheet {
        Sheet(
            key: "codes", title: "By ledger code",
            columns: [
                Column("code", "Code"), Column("debit", "Debit", .money),
                Column("credit", "Credit", .money), Column("net", "Net", .money),
            ],
            rows: sums.map { sum in
                [
                    .text(sum.code.description), .money(sum.debit), .money(sum.credit),
                    .money(sum.debit - sum.credit),
                ]
            },
            totals: [
                .text("Total"), .money(total), .money(sums.map(\.credit).total), .money(.zero),
            ])
    }
}
