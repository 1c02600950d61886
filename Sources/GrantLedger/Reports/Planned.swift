/// What awards planned to spend by a day: the profile to the last quarter end.
///
/// A year without quarters counts a quarter of itself each quarter, odd pennies first; a variation
/// of a year that has them counts in its last quarter. Reckoned line by line and category by
/// category, so that sums are the same however they are grouped.
public struct Planned: Sendable {
    private let asAt: Day
    private let awards: [Code: Award]

    /// Creates the reckoning for a day.
    public init(asAt: Day, awards: [Award]) {
        self.asAt = asAt
        self.awards = Dictionary(awards.map { ($0.code, $0) }) { $1 }
    }

    /// How many quarters of a year have ended by a day, that day included: 0 to 4.
    public static func quarters(of year: FinancialYear, endedBy day: Day) -> Int {
        year.quarters.count { $0.lastDay <= day }
    }

    /// What was planned, from what was awarded: figures of reserved, committed and charged money by
    /// award.
    public func figures(from awarded: [KeptFigure]) -> [KeptFigure] {
        var lines: [KeptFigure: Money] = [:]
        for figure in awarded {
            guard let year = figure.year, Self.quarters(of: year, endedBy: asAt) > 0 else {
                continue
            }
            var key = figure
            key.head = .committed
            key.mark = nil
            key.quarter = nil
            key.amount = .zero
            if let award = figure.award, let row = awards[award], !row.hasCategories,
                figure.category != nil
            {
                key.category = .general
            }
            lines[key, default: .zero] += figure.amount
        }
        return lines.compactMap { key, amount in
            var figure = key
            figure.amount = planned(key, amount)
            return figure.amount == .zero ? nil : figure
        }
    }

    private func planned(_ line: KeptFigure, _ awarded: Money) -> Money {
        guard let year = line.year else { return .zero }
        let ended = Self.quarters(of: year, endedBy: asAt)
        guard awarded != .zero, ended < 4 else { return awarded }
        let profile = (line.award.flatMap { awards[$0] }).map { award in
            award.profile.filter {
                $0.year == year && ($0.fund ?? award.fund) == line.fund
                    && ($0.category == nil || line.category == nil || $0.category == line.category)
            }
        }
        let quartered = (profile ?? []).filter { $0.quarter != nil }
        guard !quartered.isEmpty else { return awarded.split(into: 4).prefix(ended).total }
        let whole = (profile ?? []).filter { $0.quarter == nil }.map(\.amount).total
        let due = quartered.filter { ($0.quarter ?? 4) <= ended }.map(\.amount).total
        return min(awarded, due + whole.split(into: 4).prefix(ended).total)
    }
}
