public import GrantLedger

extension ReturnReport {
    /// How the returns of each award stand, period by period, with those still to come.
    ///
    /// - Parameters:
    ///   - day: the day as at which what has not come is due or overdue.
    ///   - finding: what it shows, in a sentence.
    ///   - coming: what is due on later days.
    /// - Returns: the chart; nil where no return is due.
    public func chart(
        asAt day: Day, finding: String?, coming: [CalendarReport.Item] = []
    ) -> Chart? {
        var marks: [String: [Chart.Mark]] = [:]
        for row in rows {
            marks[row.award.code.description, default: []].append(
                Chart.Mark(row.period, row.standing(asAt: day)))
        }
        for item in coming where item.what == .monitoringReturn {
            guard let period = item.part.flatMap({ Period($0) }),
                !(marks[item.of] ?? []).contains(where: { $0.period == period })
            else { continue }
            marks[item.of, default: []].append(
                Chart.Mark(period, period.lastDay < day ? "overdue" : "due"))
        }
        let years = Self.years(about: day, marks.values.flatMap(\.self).map(\.period.year))
        let quarters =
            Quarter(year: years.lowerBound, number: 1)...Quarter(year: years.upperBound, number: 4)
        let seen = marks.mapValues { list in list.filter { years.contains($0.period.year) } }
            .filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
        guard let finding, !seen.isEmpty else { return nil }
        let shown = seen.prefix(Self.mostRows)
        let words =
            shown.count < seen.count
            ? "the first \(shown.count) of \(seen.count) awards"
            : seen.count == 1 ? "1 award" : "\(seen.count) awards"
        return Chart(
            heading: "Returns by award and quarter", finding: finding,
            description: "A strip of quarters for \(words), from \(years.lowerBound) to "
                + "\(years.upperBound). Each return is a box with the first letter of how it "
                + "stands. The table below has every return.",
            drawing: .grid(
                shown.map { Chart.GridRow(label: $0.key, marks: $0.value) }, quarters))
    }

    private static let mostRows = 40

    /// The year before, that of the day and the year after, as far as there are returns in them.
    private static func years(
        about day: Day, _ found: [FinancialYear]
    ) -> ClosedRange<FinancialYear> {
        let year = FinancialYear(containing: day)
        let (first, last) = (year.previous ?? year, year.next ?? year)
        return (found.contains(first) ? first : year)...(found.contains(last) ? last : year)
    }
}
