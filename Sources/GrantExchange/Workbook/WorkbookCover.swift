import GrantLedger

/// The first sheet of a workbook: what it is, what was asked of which book, and what stands where.
struct WorkbookCover {
    /// A sheet that follows.
    struct Content {
        let name: String
        let rows: Int
        let fixedTotals: [String]
        let folded: Int
    }

    let page: Page
    let contents: [Content]

    /// Writes it.
    func write(on sheet: WorkbookSheet) throws(WorkbookFault) {
        let envelope = page.envelope
        try sheet.setUpPage(footer: envelope.footer.first ?? envelope.book)
        try sheet.set(width: 26, ofColumn: 0)
        try sheet.set(width: 96, ofColumn: 1)
        try sheet.write(.text(page.heading), row: 0, column: 0, .title)
        var row = 1
        if let subheading = page.subheading {
            try sheet.write(.text(subheading), row: row, column: 0, .text)
            row += 1
        }
        for lines in [answer, facts, traced, listed] where !lines.isEmpty {
            row += 1
            for (label, cell) in lines {
                try sheet.write(.text(label), row: row, column: 0, .label)
                try sheet.write(cell, row: row, column: 1, WorkbookLook(told: cell))
                row += 1
            }
        }
    }

    private typealias Line = (label: String, cell: Cell)

    private var answer: [Line] {
        page.sentences.enumerated().map { ($0 == 0 ? "Answer" : "", .text($1)) }
    }

    private var facts: [Line] {
        page.facts.filter { $0.cell != .absent }.map { ($0.label, $0.cell) }
    }

    private var traced: [Line] {
        let envelope = page.envelope
        let words = ["almoner"] + envelope.question
        var lines: [Line] = [
            ("Question", .text(TypedCommand.text(words))),
            ("Filters", .text(filters)),
        ]
        if let by = envelope.by, !by.isEmpty {
            lines.append(("Grouped by", .text(by.joined(separator: ", "))))
        }
        lines += [
            ("As at", envelope.asAt.map(Cell.date) ?? .text("the newest entry")),
            ("Office", .text(envelope.office)), ("Book", .text(envelope.book)),
            ("Entries", .number(envelope.entries)), ("Chain", .text(envelope.chain)),
        ]
        return lines + envelope.footer.dropFirst().map { ("", .text($0)) }
    }

    private var listed: [Line] {
        contents.map { content in
            var text = content.rows == 1 ? "1 row" : "\(content.rows) rows"
            if !content.fixedTotals.isEmpty {
                text +=
                    "; totals that are not the sum of their column, and so do not change with a "
                text += "filter: " + content.fixedTotals.joined(separator: ", ")
            }
            if content.folded > 0 {
                text += "; columns folded away that paper leaves out: \(content.folded)"
                text += " (the + above them shows them)"
            }
            return ("Sheet \(content.name)", .text(text))
        }
    }

    /// The options of the question with their values.
    private var filters: String {
        guard let first = page.envelope.question.firstIndex(where: { $0.hasPrefix("--") }) else {
            return "none"
        }
        return TypedCommand.text(Array(page.envelope.question[first...]))
    }
}
