public import GrantLedger

extension SpendAnswer {
    /// The answer on a page: a sentence, columns that add across, a bar.
    ///
    /// - Parameters:
    ///   - envelope: what was asked of which book.
    ///   - tolerance: how far spend may be off its plan, in hundredths of a per cent.
    /// - Returns: the page.
    public func page(_ envelope: Envelope, tolerance: Int64) -> Page {
        let asAt = report.question.asAt.prose
        let subject = fund.map { "\($0.title) (\($0.code)): spend" } ?? "Spend"
        var page = Page(
            schema: "report.spend/1", heading: "\(subject) against allocation, as at \(asAt)",
            subheading: subheading(envelope.office), envelope: envelope)
        page.envelope.by = report.question.by.map(\.rawValue)
        page.sentences = sentences
        page.sheets = [sheet(tolerance)]
        if let (year, figures) = subjectYear, figures.allocation > .zero {
            page.bars = [figures.bar(label: year)]
        }
        page.charts = subjectYear.flatMap { chart($0.label, $0.figures) }.map { [$0] } ?? []
        return page
    }

    private func subheading(_ office: String) -> String {
        let standing =
            report.totals.unconfirmed > .zero
            ? "\(report.totals.unconfirmed) of it is not confirmed" : "confirmed"
        guard let fund else { return "\(office). \(standing.firstUpper). Pounds." }
        return "\(office). \(fund.source.words), \(standing). Pounds."
    }

    /// The year of the as-at day, or all years where that one has nothing.
    private var subjectYear: (label: String, figures: SpendFigures)? {
        let year = FinancialYear(containing: report.question.asAt)
        if let figures = report.years[year] { return (year.description, figures) }
        if report.years.count == 1, let only = report.years.first {
            return (only.key.description, only.value)
        }
        return report.rows.isEmpty ? nil : ("All years", report.totals)
    }

    private var sentences: [String] {
        guard let (label, figures) = subjectYear else { return ["No money is in what was asked."] }
        var answer = ["\(label): \(figures.answer)", "\(figures.paid) has been paid."]
        if let returns { answer.append(returns.sentence) }
        var sentences = [answer.joined(separator: " ")]
        if report.totals.overProgrammed > .zero {
            sentences.append(
                "\(report.totals.overProgrammed) of over-programming is authorised above the allocation."
            )
        }
        if let backDated {
            sentences.append(backDated.sentence(report.totals, report.question.asAt))
        }
        if laterEntries > 0 {
            let left =
                laterEntries == 1
                ? "1 entry dated later is" : "\(laterEntries) entries dated later are"
            sentences.append("\(left) left out.")
        }
        return sentences
    }

    private func sheet(_ tolerance: Int64) -> Sheet {
        let keys = report.question.by.map { dimension in
            Column(
                dimension.rawValue, dimension.rawValue.firstUpper,
                visibility: dimension == .fund && fund != nil ? .dataOnly : .always)
        }
        let fields = SpendColumn.all(tolerance)
        let named = names.isEmpty ? nil : Column("name", "Name", dropOrder: 5, isFlexible: true)
        let labels = Array(repeating: Cell.absent, count: max(keys.count - 1, 0))
        return Sheet(
            columns: keys + [named].compactMap(\.self) + fields.map(\.column),
            rows: report.rows.map { row in
                let name = named.map { _ in Cell(names[row.keys.last ?? ""]) }
                return row.keys.map { .text($0) } + [name].compactMap(\.self)
                    + fields.map { $0.cell(row.figures) }
            },
            totals: (keys.isEmpty ? [] : totalLabels(labels.count))
                + (named == nil ? [] : [.absent]) + fields.map { $0.cell(report.totals) },
            empty: "No money is in what was asked.")
    }

    /// `Total` stands under the first key that is shown.
    private func totalLabels(_ others: Int) -> [Cell] {
        let place = report.question.by.firstIndex { !($0 == .fund && fund != nil) } ?? 0
        return (0...others).map { $0 == place ? .text("Total") : .absent }
    }
}

/// A column of figures in a spend report.
private struct SpendColumn {
    let column: Column
    let cell: (SpendFigures) -> Cell

    private static func money(
        _ key: String, _ heading: String, _ visibility: Column.Visibility = .dataOnly,
        drop: Int? = nil,
        _ amount: @escaping (SpendFigures) -> Money
    ) -> SpendColumn {
        SpendColumn(
            column: Column(key, heading, .money, visibility: visibility, dropOrder: drop),
            cell: { .money(amount($0)) })
    }

    private static func percent(_ key: String, _ value: @escaping (SpendFigures) -> Int64?)
        -> SpendColumn
    {
        SpendColumn(
            column: Column(key, key, .percent, visibility: .dataOnly),
            cell: { value($0).map { .percent($0) } ?? .absent })
    }

    static func all(_ tolerance: Int64) -> [SpendColumn] {
        shown(tolerance) + [
            money("unallocated", "Unallocated") { $0.unallocated },
            money("roundAvailable", "Round available") { $0.roundAvailable },
            money("awarded", "Awarded") { $0.awarded },
            money("accepted", "Accepted") { $0.accepted },
            money("accrued", "Accrued") { $0.accrued },
            money("unconfirmed", "Unconfirmed") { $0.unconfirmed },
            money("returned", "Returned") { $0.returned },
            money("onAccount", "On account") { $0.onAccount },
            money("owed", "Owed") { $0.owed },
            money("profiled", "Profiled") { $0.profiled },
            money("variance", "Variance") { $0.variance },
            percent("variancePercent") { $0.variancePercent },
            percent("percentCharged") { $0.percentCharged },
            percent("percentUsed") { $0.percentUsed },
        ]
    }

    /// The columns of a table: those that add across, then what stands beside them.
    private static func shown(_ tolerance: Int64) -> [SpendColumn] {
        [
            money("allocation", "Allocation", .always) { $0.allocation },
            money("overProgrammed", "Over-prog.", .whenNotNil) { $0.overProgrammed },
            money("charged", "Charged", .always) { $0.charged },
            money("committed", "Committed", .always) { $0.committed },
            money("reserved", "Reserved", .whenNotNil) { $0.reserved },
            money("prepared", "Prepared", .whenNotNil) { $0.prepared },
            money("free", "Free", .always) { $0.free },
            money("carriedForward", "Carried out", .whenNotNil, drop: 4) { $0.carriedForward },
            money("broughtForward", "Brought in", .whenNotNil, drop: 3) { $0.broughtForward },
            money("paid", "Paid", .whenNotNil, drop: 2) { $0.paid },
            SpendColumn(
                column: Column("position", "Profile", dropOrder: 1),
                cell: { Cell($0.position(tolerance: tolerance)?.rawValue) }),
        ]
    }
}

extension SpendFigures {
    /// What became of the allocation, in words.
    fileprivate var answer: String {
        let share = percentCharged.map { " (\(Cell.percent($0).shown))" } ?? ""
        var parts = ["of \(allocation) allocated, \(charged)\(share) is charged"]
        if committed > .zero { parts.append("\(committed) is signed and still to come") }
        if reserved > .zero { parts.append("\(reserved) is awarded and not yet signed") }
        if prepared > .zero { parts.append("\(prepared) waits for a second person") }
        parts.append("\(free) is free to award")
        return parts.joined(separator: ", ") + "."
    }

    fileprivate func bar(label: String) -> Bar {
        var segments = [Bar.Segment("#", "charged", charged), .init("=", "committed", committed)]
        if reserved > .zero { segments.append(.init("-", "reserved", reserved)) }
        if prepared > .zero { segments.append(.init("?", "prepared", prepared)) }
        segments.append(.init(".", "free", free))
        let note =
            free.hundredthsOfPercent(of: allocation).map { "\(Cell.percent($0).shown) free" } ?? ""
        return Bar(label: label, segments: segments, note: note)
    }
}

extension SpendAnswer.ReturnsDue {
    fileprivate var sentence: String {
        let areYearEnds = ends.allSatisfy { $0.month == 3 }
        let name = areYearEnds ? "year-end returns" : "returns last due"
        guard due > 1 else {
            let one = areYearEnds ? "The year-end return" : "The return last due"
            return "\(one) is \(open == 0 ? "accepted" : "not yet accepted")."
        }
        guard open > 0 else { return "All \(due) \(name) are accepted." }
        return "\(open) of \(due) \(name) \(open == 1 ? "is" : "are") not yet accepted."
    }
}

extension SpendAnswer.BackDated {
    fileprivate func sentence(_ totals: SpendFigures, _ asAt: Day) -> String {
        let words: [(String, (SpendFigures) -> Money)] = [
            ("allocation", { $0.allocation }), ("charged", { $0.charged }),
            ("committed", { $0.committed }), ("reserved", { $0.reserved }), ("free", { $0.free }),
            ("paid", { $0.paid }),
        ]
        let moved = words.compactMap { word, amount in
            let by = amount(totals) - amount(before)
            return by == .zero ? nil : "\(word) by \(by > .zero ? "+" : "")\(by)"
        }
        let count =
            entries == 1 ? "1 entry dated up to it was" : "\(entries) entries dated up to it were"
        let effect =
            moved.isEmpty
            ? "moving none of these figures" : "moving " + moved.joined(separator: ", ")
        return "\(count) recorded after \(asAt.prose), \(effect)."
    }
}

extension Fund.Source {
    /// As prose has it.
    public var words: String {
        switch self {
        case .homeOffice: "Home Office"
        case .ownBudget: "Own budget"
        case .proceedsOfCrime: "Proceeds of crime"
        case .partner: "Partner money"
        case .other: "Other money"
        }
    }
}

extension String {
    var firstUpper: String { prefix(1).uppercased() + dropFirst() }
}
