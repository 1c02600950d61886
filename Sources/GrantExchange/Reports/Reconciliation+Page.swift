public import GrantLedger

extension Reconciliation {
    /// The reconciliation as a page.
    public func page(_ envelope: Envelope) -> Page {
        var envelope = envelope
        envelope.asAt = asAt
        let days = from.map { "\($0.prose) to \(asAt.prose)" } ?? "as at \(asAt.prose)"
        return Page(
            schema: "reconcile/1", heading: "Bank reconciliation, \(days)",
            subheading: "\(envelope.office). Pounds.", sentences: [sentence],
            sheets: sheets(telling: entries), envelope: envelope)
    }

    /// Its sheets, that of the entries which the bank does not show with some of them.
    public func sheets(telling entries: some Sequence<BankMove>) -> [Sheet] {
        [sums, unmatchedLines, Self.sheet(of: entries), elsewhereLines, matchedLines]
    }

    private var sentence: String {
        let one = entries.count { $0.kind != .openBalances } + lines.count
        let apart = difference < .zero ? -difference : difference
        guard difference == .zero else {
            return "Per the book \(book), per the bank's lines \(bank): \(apart) apart, explained "
                + "below to \(unexplained)."
        }
        return "The book and the bank's lines both come to \(book)"
            + (one == 0 ? "; everything is matched." : ", but \(one) are on one side alone.")
    }

    private var sums: Sheet {
        Sheet(
            key: "difference", title: "The difference",
            columns: [
                Column("what", "What", wraps: true), Column("count", "Count", .number),
                Column("amount", "Amount", .money),
            ],
            rows: [[.text("per the book"), .absent, .money(book)]]
                + [[.text("per the bank's lines"), .absent, .money(bank)]]
                + [[.text("the book above the bank"), .absent, .money(difference)]]
                + steps.map {
                    [.text("of it: \($0.reason)"), .number($0.count), .money($0.amount)]
                },
            totals: [.text("Not explained"), .absent, .money(unexplained)])
    }

    private var unmatchedLines: Sheet {
        Sheet(
            key: "lines", title: "Lines of the bank that wait",
            columns: Self.lineColumns + [Column("near", "Perhaps entry")],
            rows: lines.map { Self.cells($0) + [.list($0.near.map { "\($0)" })] })
    }

    private var elsewhereLines: Sheet {
        Sheet(
            key: "elsewhere", title: "Lines that are none of this book's",
            columns: Self.lineColumns + [Column("reason", "Why", wraps: true)],
            rows: elsewhere.map { Self.cells($0) + [Cell($0.elsewhere)] }
        ).hiddenWhenEmpty
    }

    /// A row an entry that the bank does not show.
    private static func sheet(of entries: some Sequence<BankMove>) -> Sheet {
        Sheet(
            key: "entries", title: "Entries the bank does not show",
            columns: [
                Column("entry", "Entry", .number), Column("date", "Date", .date),
                Column("kind", "Kind"), Column("about", "About"),
                Column("amount", "Amount", .money),
                Column("reference", "Reference"),
            ],
            rows: entries.map(cells))
    }

    /// What is told of an entry that the bank does not show.
    public static func cells(_ move: BankMove) -> [Cell] {
        [
            .number(move.entry), .date(move.date), .text(move.kind.rawValue),
            Cell(move.codes.first), .money(move.amount), Cell(move.reference),
        ]
    }

    private var matchedLines: Sheet {
        Sheet(
            key: "matched", title: "Matched",
            columns: Self.lineColumns + [
                Column("entries", "Entry"), Column("entryDate", "Dated", .date),
            ],
            rows: matched.map { pair in
                Self.cells(pair.line) + [
                    .list(pair.moves.map { "\($0.entry)" }), Cell(pair.moves.first?.date),
                ]
            })
    }

    private static let lineColumns = [
        Column("line", "Line", .number), Column("date", "Date", .date),
        Column("amount", "Amount", .money), Column("text", "Text", wraps: true),
        Column("reference", "Reference"),
    ]

    private static func cells(_ line: BankLine) -> [Cell] {
        [
            .number(line.number), .date(line.date), .money(line.amount), Cell(line.text),
            Cell(line.reference),
        ]
    }
}
