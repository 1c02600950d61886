import GrantLedger

extension ChartWriter {
    /// A bar a row, one below the other: the label over it, the note under it, each in two lines
    /// where one would not fit a narrow screen.
    func bars(_ rows: [Chart.BarRow]) -> (height: Int, body: [String]) {
        let most = rows.map(\.whole).max() ?? .zero
        var body: [String] = []
        var top = 0
        for row in rows {
            for line in Self.lines(row.label, of: 32) {
                top += 17
                body.append(Self.words(line, at: 0, top, Self.look(of: line)))
            }
            body += parts(row, most, top + 7)
            top += 33
            for line in Self.lines(row.note, of: 40) {
                top += 16
                body.append(Self.words(line, at: 0, top, "small"))
            }
            top += 18
        }
        return (top, body)
    }

    /// A text on one line, or on two where it has more signs than fit, parted at its last space.
    private static func lines(_ text: String, of most: Int) -> [String] {
        guard text.count > most, let space = text.lastIndex(of: " ") else { return [text] }
        return [String(text[..<space]), String(text[text.index(after: space)...])]
    }

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
        for part in rows.flatMap(\.parts)
        where part.amount > .zero && !seen.contains(where: { $0.word == part.word }) {
            seen.append(part)
        }
        let order = Chart.Ink.allCases
        seen.sort { (order.firstIndex(of: $0.ink) ?? 0) < (order.firstIndex(of: $1.ink) ?? 0) }
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
