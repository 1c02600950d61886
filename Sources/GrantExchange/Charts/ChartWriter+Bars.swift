import GrantLedger

extension ChartWriter {
    /// A bar a row, one below the other: the label over it, the note under it.
    func bars(_ rows: [Chart.BarRow]) -> (height: Int, body: [String]) {
        let most = rows.map(\.whole).max() ?? .zero
        var body: [String] = []
        for (place, row) in rows.enumerated() {
            let top = place * Self.barStep
            body.append(Self.words(row.label, at: 0, top + 15, "strong"))
            body += parts(row, most, top + 22)
            body.append(Self.words(row.note, at: 0, top + 64, "small"))
        }
        return (max(rows.count * Self.barStep - 8, 0), body)
    }

    private static let barStep = 84

    /// Each part begins where the one before it ends, so that rounding leaves no gap.
    private func parts(_ row: Chart.BarRow, _ most: Money, _ top: Int) -> [String] {
        var reached = Money.zero
        var edge: Int64 = 0
        return row.parts.compactMap { part in
            guard part.amount > .zero else { return nil }
            reached += part.amount
            let next = reached.hundredthsOfPercent(of: most) ?? 0
            defer { edge = next }
            return Self.box(
                from: edge, to: next, top: top, height: 26, "edge \(part.ink.rawValue)")
        }
    }

    /// What each filling means, in the order of the parts.
    func barKey(_ rows: [Chart.BarRow]) -> [String] {
        var seen: [Chart.Part] = []
        for part in rows.flatMap(\.parts) where !seen.contains(where: { $0.word == part.word }) {
            seen.append(part)
        }
        return seen.map { part in
            Self.sign(
                "<rect x=\"1\" y=\"1\" width=\"22\" height=\"14\" class=\"edge \(part.ink.rawValue)\"/>",
                part.word)
        }
    }
}

extension Chart.BarRow {
    /// The length of the bar.
    fileprivate var whole: Money { parts.map { max($0.amount, .zero) }.total }
}
