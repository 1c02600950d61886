/// One fund on one page for a panel: how it stands, beside the same day a year before.
public struct FundPanel: Sendable {
    /// The fund.
    public let fund: Fund
    /// How it stands, by year.
    public let answer: SpendAnswer
    /// What is expected, by year.
    public let variance: VarianceReport
    /// How it stood on the same day a year before, by year.
    public let before: SpendReport
    /// The caps of its rounds.
    public let caps: CapReport
    /// Its returns, in or due.
    public let returns: ReturnReport
    /// The match of its grants and awards.
    public let match: MatchReport
    /// Its grants' claims.
    public let claims: ClaimReport
    /// The entries of the year so far that an auditor should see.
    public let exceptions: ExceptionReport

    /// Creates a panel from reports about one fund.
    public init(
        fund: Fund, answer: SpendAnswer, variance: VarianceReport, before: SpendReport,
        caps: CapReport, returns: ReturnReport, match: MatchReport, claims: ClaimReport,
        exceptions: ExceptionReport
    ) {
        self.fund = fund
        self.answer = answer
        self.variance = variance
        self.before = before
        self.caps = caps
        self.returns = returns
        self.match = match
        self.claims = claims
        self.exceptions = exceptions
    }

    /// The day it is told as at.
    public var asAt: Day { answer.report.question.asAt }
    /// The year of that day.
    public var year: FinancialYear { FinancialYear(containing: asAt) }
    /// The returns that are overdue.
    public var overdue: Int { returns.overdue(asAt: asAt).count }

    /// The figures of the year of the day.
    public var now: SpendFigures { answer.report.years[year] ?? SpendFigures() }
    /// The figures of the year before, as they stood on the same day of it.
    public var then: SpendFigures {
        year.previous.flatMap { before.years[$0] } ?? SpendFigures()
    }
}

extension Day {
    /// The same day a year before; of 29 February the 28th.
    public var yearBefore: Day? {
        Day(year: year - 1, month: month, day: day) ?? Day(year: year - 1, month: month, day: 28)
    }

    /// The last day of the twelve months that begin on this day.
    public var yearOn: Day? {
        (Day(year: year + 1, month: month, day: day) ?? Day(year: year + 1, month: 3, day: 1))
            .flatMap { $0.adding(days: -1) }
    }
}
