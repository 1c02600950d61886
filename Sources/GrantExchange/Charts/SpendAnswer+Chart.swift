import GrantLedger

extension SpendAnswer {
    /// Allocation against what is reserved, committed and charged, a bar a row.
    ///
    /// - Parameters:
    ///   - label: what the sentence is about: a year, or all years.
    ///   - figures: its figures.
    /// - Returns: the chart; nil where there is nothing to draw.
    func chart(_ label: String, _ figures: SpendFigures) -> Chart? {
        let isByFund = report.question.by.contains(.fund)
        let keyed = report.rows.map { row -> (String, SpendFigures) in
            let place = report.question.by.firstIndex(of: .fund)
            let keys = row.keys.enumerated().filter { fund == nil || $0.offset != place }
            return (keys.map(\.element).joined(separator: " "), row.figures)
        }
        let years = report.years.sorted { $0.key < $1.key }.map { ($0.key.description, $0.value) }
        let isShort = (1...Self.mostBars).contains(keyed.count) && !report.question.isByQuarter
        let rows = (isShort ? keyed : years).filter { $0.1.inUse > .zero || $0.1.free > .zero }
        guard !rows.isEmpty else { return nil }
        let share = figures.percentCharged.map { Cell.percent($0).shown } ?? "none"
        return Chart(
            heading: isByFund ? "Allocation and what became of it" : "What became of it",
            finding: "\(label): \(share) of \(figures.allocation) is charged; "
                + (report.question.namesAwards
                    ? "\(figures.committed) is still committed" : "\(figures.free) is free"),
            description: "A bar for each of \(rows.count) "
                + (rows.count == 1 ? "row" : "rows")
                + " of the table, as long as its allocation, in parts: charged, committed, "
                + "reserved, waiting for a second person, free. The table has the figures.",
            drawing: .bars(
                rows.map { label, figures in
                    Chart.BarRow(
                        label: label.isEmpty ? fund?.code.description ?? "All" : label,
                        parts: figures.parts,
                        note: figures.note)
                }))
    }

    private static let mostBars = 24
}

extension SpendFigures {
    fileprivate var inUse: Money { awarded + prepared }

    fileprivate var parts: [Chart.Part] {
        let always = [
            Chart.Part("charged", .solid, charged), Chart.Part("committed", .hatched, committed),
        ]
        let sometimes = [
            Chart.Part("reserved", .dotted, reserved),
            Chart.Part("waiting for a second person", .crossed, prepared),
        ].filter { $0.amount > .zero }
        return always + sometimes + [Chart.Part("free", .open, free)]
    }

    fileprivate var note: String {
        if overProgrammed > .zero { return "\(overProgrammed) above allocation \(allocation)" }
        guard free > .zero else { return "\(charged) charged of \(allocation)" }
        return "\(free) free of \(allocation)"
    }
}
