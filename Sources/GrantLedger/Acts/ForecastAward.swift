/// Records what an award is now expected to cost in a year: a fact, no money.
public struct ForecastAward: Act {
    /// Its kind.
    public static let kind = Kind.forecastAward
    /// The award.
    public var award: Code
    /// The year.
    public var year: FinancialYear
    /// The outturn expected, from nil.
    public var amount: Money
    /// On what grounds.
    public var reason: Note?

    /// Creates the act.
    public init(
        award: Code, year: FinancialYear, amount: Money, reason: Note? = nil
    ) {
        self.award = award
        self.year = year
        self.amount = amount
        self.reason = reason
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let row = try facts.known(Award.self, award)
        guard amount >= .zero else { throw .refused(.notPositive(amount)) }
        guard amount <= .greatest else { throw .refused(.tooLarge(amount)) }
        try row.checkNotEnded()
        let forecast = Forecast(
            award: award, year: year, amount: amount, date: occasion.date, reason: reason)
        return Posting(puts: [try facts.put(forecast)])
    }
}
