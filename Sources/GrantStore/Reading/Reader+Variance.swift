public import GrantLedger

extension Reader {
    /// Spend against its plan, and what is expected of it.
    ///
    /// - Parameter question: what is asked; not by quarter, for what is expected has none.
    /// - Returns: the report, its totals those of the report of spend.
    /// - Throws: ``BookFault`` where the book cannot be read.
    public func variance(_ question: SpendQuestion) throws -> VarianceReport {
        let awards = try rows(Award.self)
        let things = SpendThings(
            awards: awards, rounds: try rows(Round.self))
        let figures = try balances(
            SpendFigures.heads, asAt: question.asAt
        ).map { KeptFigure($0) }
        let awarded = figures.filter { [.reserved, .committed, .charged].contains($0.head) }
        let spend = SpendReport(
            question, figures: figures,
            planned: Planned(asAt: question.asAt, awards: awards).figures(from: awarded),
            things: things)
        let outturn = try outturn(asAt: question.asAt)
        return VarianceReport(spend: spend, toCome: outturn.toCome(awarded), things: things)
    }

    /// What is still to be charged of awards when an entry was the newest, line by line.
    func toCome(knownAt: Int) throws -> [KeptFigure] {
        let awarded = try balances([.reserved, .committed, .charged], knownAt: knownAt)
            .map { KeptFigure($0) }
        return try outturn(asAt: nil, knownAt: knownAt).toCome(awarded)
    }

    /// What was said of the outturn of awards.
    private func outturn(asAt: Day?, knownAt: Int? = nil) throws -> Outturn {
        guard let asAt else {
            return Outturn(
                forecasts: try rows(Forecast.self, knownAt: knownAt),
                returns: try rows(MonitoringReturn.self, knownAt: knownAt))
        }
        return Outturn(
            forecasts: try rows(Forecast.self, asAt: asAt),
            returns: try rows(MonitoringReturn.self, asAt: asAt))
    }
}
