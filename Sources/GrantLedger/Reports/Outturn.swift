/// What awards are expected to cost in a year: the latest word of the office or of a return, else
/// what is awarded; never less than what is charged.
public struct Outturn: Sendable {
    private struct AwardYear: Hashable {
        let award: Code
        let year: FinancialYear
    }

    private var said: [AwardYear: (amount: Money, date: Day)] = [:]

    /// Gathers what was said.
    ///
    /// - Parameters:
    ///   - forecasts: what the office expects.
    ///   - returns: the returns that have come, some of which say what their recipients expect; one
    ///     that was rejected says nothing.
    public init(forecasts: [Forecast], returns: [MonitoringReturn]) {
        for report in returns where report.status != .rejected {
            guard let amount = report.forecast else { continue }
            say(amount, report.submitted, AwardYear(award: report.award, year: report.period.year))
        }
        for forecast in forecasts {
            say(
                forecast.amount, forecast.date,
                AwardYear(award: forecast.award, year: forecast.year))
        }
    }

    /// Of two things said on one day the later given counts.
    private mutating func say(_ amount: Money, _ date: Day, _ key: AwardYear) {
        if let before = said[key], before.date > date { return }
        said[key] = (amount, date)
    }

    /// What was last said of an award and year; nil where nothing was.
    public func said(of award: Code, in year: FinancialYear) -> Money? {
        said[AwardYear(award: award, year: year)]?.amount
    }

    /// What is still to be charged if it comes so, line by line.
    ///
    /// It is shared out by what each line has reserved and committed; where nothing is left there,
    /// by what is charged to it.
    ///
    /// - Parameter awarded: figures of reserved, committed and charged money by award.
    /// - Returns: figures under the head of committed money, one a line that has any.
    public func toCome(_ awarded: [KeptFigure]) -> [KeptFigure] {
        var years: [AwardYear: [KeptFigure]] = [:]
        for figure in awarded {
            guard let award = figure.award, let year = figure.year else { continue }
            years[AwardYear(award: award, year: year), default: []].append(figure)
        }
        return years.flatMap { key, figures in toCome(figures, said[key]?.amount) }
    }

    private func toCome(_ figures: [KeptFigure], _ expected: Money?) -> [KeptFigure] {
        let charged = figures.filter { $0.head == .charged }
        let left = figures.filter { $0.head != .charged && $0.amount > .zero }
        let spent = charged.map(\.amount).total
        let rest = (expected ?? spent + left.map(\.amount).total) - spent
        let lines = left.isEmpty ? charged.filter { $0.amount > .zero } : left
        guard rest > .zero, !lines.isEmpty else { return [] }
        return zip(lines, rest.split(over: lines.map(\.amount))).compactMap { line, share in
            guard share != .zero else { return nil }
            var figure = line
            figure.head = .committed
            figure.mark = nil
            figure.amount = share
            return figure
        }
    }
}
