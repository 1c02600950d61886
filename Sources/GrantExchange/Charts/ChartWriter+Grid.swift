import GrantLedger

extension ChartWriter {
    private static let first = 26
    private static let step = 58

    /// A strip a row, a box a period, each with the first letter of how it stands.
    func grid(
        _ rows: [Chart.GridRow], _ quarters: ClosedRange<Quarter>
    ) -> (height: Int, body: [String]) {
        let span = Span(quarters)
        var body: [String] = []
        for (place, year) in span.years.enumerated() {
            let left = span.edge(place * 4)
            body.append(Self.words(year.description, at: left, 15, "small"))
            body.append(
                Self.line(left, 2, left, Self.first + rows.count * Self.step - 10, "rule"))
        }
        for (place, row) in rows.enumerated() {
            let top = Self.first + place * Self.step
            body.append(Self.words(row.label, at: 30, top + 14, Self.look(of: row.label)))
            for mark in row.marks { body += box(mark, span, top + 20) }
        }
        return (Self.first + rows.count * Self.step, body)
    }

    /// What each letter means, in the order of the words known.
    func gridKey(_ rows: [Chart.GridRow]) -> [String] {
        let words = Set(rows.flatMap(\.marks).map(\.word))
        return Look.all.filter { words.contains($0.word) }.map { look in
            Self.sign(
                "<rect x=\"1\" y=\"1\" width=\"22\" height=\"14\" class=\"edge \(look.ground)\"/>",
                "\(look.letter): \(look.word)")
        }
    }

    private func box(_ mark: Chart.Mark, _ span: Span, _ top: Int) -> [String] {
        guard let places = span.places(of: mark.period) else { return [] }
        let look = Look.all.first { $0.word == mark.word } ?? Look.all[0]
        let (left, right) = (span.edge(places.lowerBound), span.edge(places.upperBound + 1))
        return [
            Self.box(from: left, to: right, top: top, height: 24, "edge \(look.ground)"),
            Self.words(
                look.letter, at: (left + right) / 2, top + 17, look.isDark ? "light" : "dark",
                anchor: "middle"),
        ]
    }

    /// How a standing looks: its letter says it, the colour only says it again.
    private struct Look {
        let word: String
        let ground: String
        let isDark: Bool
        var letter: String { word.prefix(1).uppercased() }

        init(_ word: String, _ ground: String, isDark: Bool = true) {
            (self.word, self.ground, self.isDark) = (word, ground, isDark)
        }

        static let all = [
            Look("accepted", "good"), Look("submitted", "moving"),
            Look("queried", "doubt", isDark: false), Look("rejected", "late"),
            Look("overdue", "late"), Look("due", "open", isDark: false),
        ]
    }

    /// The quarters across, from the first quarter of the first year.
    private struct Span {
        let years: [FinancialYear]
        private let count: Int64

        init(_ quarters: ClosedRange<Quarter>) {
            let (first, last) = (quarters.lowerBound.year.start, quarters.upperBound.year.start)
            years = (first...last).compactMap { FinancialYear(starting: $0) }
            count = Int64(max(years.count * 4, 1))
        }

        func edge(_ place: Int) -> Int64 { Int64(place) * 10_000 / count }

        func places(of period: Period) -> ClosedRange<Int>? {
            guard let year = years.firstIndex(of: period.year) else { return nil }
            let quarters = period.quarters
            return (year * 4 + quarters.lowerBound - 1)...(year * 4 + quarters.upperBound - 1)
        }
    }
}
