public import GrantLedger

extension FundStatement {
    /// Statements of funds on a page.
    ///
    /// - Parameters:
    ///   - statements: one a fund.
    ///   - envelope: what was asked of which book.
    ///   - day: the last day.
    /// - Returns: the page.
    public static func page(
        _ statements: [FundStatement], _ envelope: Envelope, to day: Day
    ) -> Page {
        let year = FinancialYear(containing: day)
        var page = Page(
            schema: "report.fund-statement/1",
            heading: "Fund statement, \(year.firstDay.prose) to \(day.prose)",
            subheading: "\(envelope.office). Pounds, not yet charged, of every year of cost.",
            envelope: envelope)
        let isOne = statements.count == 1
        page.sentences = statements.map(\.sentence)
        page.sheets = [
            Sheet(
                columns: [
                    Column("fund", "Fund", visibility: isOne ? .dataOnly : .always),
                    Column("line", "Movement", wraps: true), Column("kind", "By", dropOrder: 3),
                    Column("free", "Free", .money),
                    Column("prepared", "Prepared", .money, visibility: .whenNotNil),
                    Column("reserved", "Reserved", .money, visibility: .whenNotNil),
                    Column("committed", "Committed", .money), Column("total", "In all", .money),
                ],
                rows: statements.flatMap(\.rowsOnPaper), empty: "There is no fund.")
        ]
        return page
    }

    private var sentence: String {
        "\(fund): \(opening.total) at the start of \(year), \(closing.total) at the end."
    }

    private var rowsOnPaper: [[Cell]] {
        func cells(_ line: String, _ kind: String?, _ figures: Figures) -> [Cell] {
            [.text(fund.description), .text(line), Cell(kind)]
                + [
                    figures.free, figures.prepared, figures.reserved, figures.committed,
                    figures.total,
                ].map { .money($0) }
        }
        return [cells("Opening", nil, opening)]
            + rows.map { cells($0.line.words, $0.kind.rawValue.spaced, $0.figures) }
            + [cells("Closing", nil, closing)]
    }
}

extension FundStatement.Line {
    /// As paper has it.
    public var words: String {
        rawValue.spaced.firstUpper
    }
}

extension String {
    /// A name of the code as words: `carriedForward` is `carried forward`.
    var spaced: String {
        reduce(into: "") { out, letter in
            out += letter.isUppercase ? " " + letter.lowercased() : String(letter)
        }
    }
}
