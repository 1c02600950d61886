import GrantExchange
import GrantLedger

/// A sample of awards and their trails as sheets.
enum SampleSheet {
    /// The awards that were drawn.
    static func drawn(
        _ draw: SampleDraw, _ trails: [AwardTrail], _ figure: SampleFigure
    ) -> Sheet {
        let awards = Dictionary(trails.map { ($0.award.code, $0) }) { $1 }
        return Sheet(
            key: "sample", title: "Sample",
            columns: [
                Column("award", "Award"), Column("title", "Title", isFlexible: true),
                Column("recipient", "Recipient", isFlexible: true),
                Column("amount", AccountWords.words(figure.rawValue).capitalizedFirst, .money),
                Column("entries", "Entries", .number), Column("documents", "Papers", .number),
                Column("drawnBy", "Drawn by", dropOrder: 1, wraps: true),
            ],
            rows: draw.drawn.map { drawn in
                let trail = awards[drawn.unit.award]
                return [
                    .text(drawn.unit.award.description), Cell(trail?.award.title),
                    Cell(trail?.recipient?.name), .money(drawn.unit.amount),
                    Cell(trail?.steps.count), Cell(trail?.documents.count), .text(drawn.mark),
                ]
            },
            totals: [
                .text("Total"), .absent, .absent, .money(draw.drawnTotal), .absent, .absent,
                .absent,
            ], empty: "Nothing was drawn.")
    }

    /// Every entry of the awards that were drawn.
    static func trail(_ trails: [AwardTrail]) -> Sheet {
        Sheet(
            key: "trail", title: "From bid to evidence",
            columns: [
                Column("award", "Award"), Column("stage", "Stage"),
                Column("entry", "Entry", .number), Column("date", "Date", .date),
                Column("what", "What", wraps: true),
                Column("kind", "Kind", visibility: .dataOnly),
                Column("amount", "Amount", .money), Column("user", "By"),
                Column("login", "Login", visibility: .dataOnly),
                Column("approver", "Second", visibility: .whenNotNil, dropOrder: 1),
                Column("recordedAt", "Recorded", dropOrder: 5, wraps: true),
                Column(
                    "reference", "Reference", visibility: .whenNotNil, dropOrder: 3, wraps: true),
                Column("bank", "Bank", visibility: .whenNotNil, dropOrder: 2, wraps: true),
                Column("decision", "Notice", visibility: .whenNotNil, dropOrder: 4, wraps: true),
                Column("reverses", "Undoes", .number, visibility: .whenNotNil),
                Column("reversal", "Undone by", .number, visibility: .whenNotNil),
                Column("flags", "Flags", visibility: .dataOnly),
                Column("chain", "Chain", dropOrder: 6, wraps: true),
            ],
            rows: trails.flatMap { trail in
                trail.steps.map { row($0, of: trail.award) }
            }, empty: "No entry.")
    }

    private static func row(_ step: AwardTrail.Step, of award: Award) -> [Cell] {
        let entry = step.entry
        return [
            .text(award.code.description), .text(step.stage.rawValue), .number(entry.number),
            .date(entry.date), .text(Narrative.words(entry.kind, entry.act)),
            .text(entry.kind.rawValue), Cell(entry.moved), .text(entry.user),
            .text(entry.login), Cell(entry.approver), .text(entry.recordedAt),
            Cell(entry.reference), Cell(step.bankLine.map(words)), Cell(notice(entry)),
            Cell(entry.reverses), Cell(step.reversal), .list(entry.flags.map(\.rawValue)),
            .text(step.chain),
        ]
    }

    /// `line 31, 5 May 2019, -£100.00, FP 4711`.
    private static func words(_ line: BankLine) -> String {
        ["line \(line.number)", line.date.prose, line.amount.description, line.text?.description]
            .compactMap(\.self).joined(separator: ", ")
    }

    /// The number of a decision's notice, or of an agreement.
    private static func notice(_ entry: Entry) -> String? {
        guard case .object(let fields) = entry.act else { return nil }
        for key in ["decision", "agreement", "consent"] {
            if case .text(let text)? = fields[key] { return text }
        }
        return nil
    }

    /// The papers behind the awards that were drawn.
    static func documents(_ trails: [AwardTrail]) -> Sheet {
        Sheet(
            key: "documents", title: "Papers",
            columns: [
                Column("award", "Award"), Column("entry", "Entry", .number),
                Column("name", "Name", wraps: true), Column("size", "Bytes", .number),
                Column("row", "Row", .number, visibility: .whenNotNil),
                Column("sha256", "SHA-256", wraps: true),
            ],
            rows: trails.flatMap { trail in
                trail.documents.map { number, document in
                    [
                        .text(trail.award.code.description), .number(number),
                        .text(document.name), Cell(document.size), Cell(document.row),
                        Cell(document.sha256),
                    ]
                }
            }, empty: "None.")
    }

    /// All that could be drawn.
    static func population(_ draw: SampleDraw, _ figure: SampleFigure) -> Sheet {
        let drawn = Set(draw.drawn.map(\.unit.award))
        return Sheet(
            key: "population", title: "Population",
            columns: [
                Column("award", "Award"),
                Column("amount", AccountWords.words(figure.rawValue).capitalizedFirst, .money),
                Column("drawn", "Drawn"),
            ],
            rows: draw.population.map { unit in
                [
                    .text(unit.award.description), .money(unit.amount),
                    .text(drawn.contains(unit.award) ? "yes" : "no"),
                ]
            }, totals: [.text("Total"), .money(draw.total), .absent],
            empty: "No award has any in the year.")
    }
}

extension String {
    /// With its first letter a capital.
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
