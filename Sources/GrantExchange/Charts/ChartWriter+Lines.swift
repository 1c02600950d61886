import GrantLedger

extension ChartWriter {
    private static let top = 20
    private static let depth = 200

    /// What was planned as a broken line, what is charged as a whole one with points.
    func lines(_ points: [Chart.Point]) -> (height: Int, body: [String]) {
        guard !points.isEmpty else { return (0, []) }
        let most = Self.scale(points.flatMap { [$0.planned, $0.charged ?? .zero] }.max() ?? .zero)
        let spots = points.indices.map { Self.middle(of: $0, among: points.count) }
        var body = rules(most) + years(points)
        let planned = points.map { Self.drop($0.planned, most) }
        let charged = points.compactMap { $0.charged.map { Self.drop($0, most) } }
        body += path(spots, planned, "planned") + path(spots, charged, "charged")
        body += zip(spots, charged).map { spot, drop in
            "<circle cx=\"\(Self.percent(spot))\" cy=\"\(drop)\" r=\"4\" class=\"mark\"/>"
        }
        return (Self.top + Self.depth + 44, body)
    }

    /// What the two lines mean.
    var lineKey: [String] {
        [
            Self.sign(
                "<line x1=\"0\" y1=\"8\" x2=\"24\" y2=\"8\" class=\"charged\"/>"
                    + "<circle cx=\"12\" cy=\"8\" r=\"4\" class=\"mark\"/>", "charged"),
            Self.sign(
                "<line x1=\"0\" y1=\"8\" x2=\"24\" y2=\"8\" class=\"planned\"/>", "profile"),
        ]
    }

    private func path(_ spots: [Int64], _ drops: [Int], _ look: String) -> [String] {
        let ends = Array(zip(spots, drops))
        return zip(ends, ends.dropFirst()).map { from, to in
            Self.line(from.0, from.1, to.0, to.1, look)
        }
    }

    /// The lines across at nil, half and the whole of the scale.
    private func rules(_ most: Money) -> [String] {
        [(Money(pence: most.pence), 0), (Money(pence: most.pence / 2), 1), (.zero, 2)].flatMap {
            amount, place in
            let drop = Self.top + Self.depth * place / 2
            return [
                Self.line(0, drop, 10_000, drop, place == 2 ? "axis" : "rule"),
                Self.words(amount.rounded, at: 0, drop - 5, "small"),
            ]
        }
    }

    /// The years under their quarters, and a line where each begins.
    private func years(_ points: [Chart.Point]) -> [String] {
        let bottom = Self.top + Self.depth
        var body: [String] = []
        for (place, point) in points.enumerated() {
            let left = Int64(place) * 10_000 / Int64(points.count)
            if points.count <= 4 {
                let spot = Self.middle(of: place, among: points.count)
                body.append(
                    Self.words(
                        "Q\(point.quarter.number)", at: spot, bottom + 17, "small",
                        anchor: "middle"))
            }
            guard point.quarter.number == 1 else { continue }
            body.append(Self.line(left, bottom, left, bottom + 40, "rule"))
            let next = min(left + 40_000 / Int64(points.count), 10_000)
            body.append(
                Self.words(
                    point.quarter.year.description, at: (left + next) / 2,
                    bottom + (points.count <= 4 ? 36 : 22), "small", anchor: "middle"))
        }
        return body
    }

    /// The middle of a quarter's part of the width.
    private static func middle(of place: Int, among count: Int) -> Int64 {
        (Int64(place) * 2 + 1) * 10_000 / (Int64(count) * 2)
    }

    /// How far down an amount lies.
    private static func drop(_ amount: Money, _ most: Money) -> Int {
        let share = max(amount, .zero).hundredthsOfPercent(of: most) ?? 0
        return top + depth - Int(share * Int64(depth) / 10_000)
    }

    /// The least of 1, 2, 4, 5 or 8 tens of pounds, hundreds, thousands … that is not below an
    /// amount; each of them halves into whole pounds.
    static func scale(_ amount: Money) -> Money {
        var unit: Int64 = 1_000
        while unit < Int64.max / 100 {
            for step in [1, 2, 4, 5, 8] as [Int64] where unit * step >= amount.pence {
                return Money(pence: unit * step)
            }
            unit *= 10
        }
        return amount
    }
}

extension Money {
    /// Whole pounds, as an axis has them.
    fileprivate var rounded: String { String(description.dropLast(3)) }
}
