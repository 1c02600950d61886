import GrantLedger

extension MatchReport {
    /// What is met of the match that is required, a bar an award or grant and year.
    ///
    /// - Parameter finding: what it shows, in a sentence.
    /// - Returns: the chart; nil where no match is required.
    func chart(_ finding: String?) -> Chart? {
        let owed = rows.filter { $0.target > .zero }
        guard let finding, !owed.isEmpty else { return nil }
        let shown = owed.prefix(Self.mostBars)
        let words =
            shown.count < owed.count
            ? "The first \(shown.count) of \(owed.count) lines" : "\(owed.count) lines"
        return Chart(
            heading: "Match met and short", finding: finding,
            description: "\(words) of the table, each a bar as long as the match required of it, "
                + "in two parts: met and short. The table below has the figures.",
            drawing: .bars(
                shown.map { row in
                    Chart.BarRow(
                        label: "\(row.of) \(row.year)",
                        parts: [.init("met", .solid, row.met), .init("short", .open, row.short)],
                        note: "\(row.met) met of \(row.target)")
                }))
    }

    private static let mostBars = 24
}
