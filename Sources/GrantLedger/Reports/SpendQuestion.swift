/// What a spend report can be grouped by.
public enum Dimension: String, CaseIterable, Sendable {
    case year, fund, round, award, recipient, area, theme, category, quarter
}

/// Which years of cost a report shows.
public enum YearSelection: Hashable, Sendable {
    /// Every year there is money in.
    case all
    /// The year of the as-at day and those after it.
    case open
    /// From one year to another.
    case range(ClosedRange<FinancialYear>)

    /// Whether a year is shown.
    public func contains(_ year: FinancialYear, asAt: Day) -> Bool {
        switch self {
        case .all: true
        case .open: year >= FinancialYear(containing: asAt)
        case .range(let years): years.contains(year)
        }
    }
}

/// What somebody wants to know of spend against allocation.
///
/// Empty filters let everything through.
public struct SpendQuestion: Hashable, Sendable {
    /// Funds to show.
    public var funds: Set<Code> = []
    /// Rounds to show.
    public var rounds: Set<Code> = []
    /// Awards to show.
    public var awards: Set<Code> = []
    /// Recipients to show.
    public var recipients: Set<Code> = []
    /// Areas to show.
    public var areas: Set<Code> = []
    /// Themes to show.
    public var themes: Set<Code> = []
    /// Categories to show.
    public var categories: Set<Code> = []
    /// Grouping, outermost first.
    public var by: [Dimension] = [.fund, .year]
    /// Years of cost to show.
    public var years = YearSelection.all
    /// Entries dated after this day are left out.
    public var asAt: Day

    /// Creates a question about everything, by fund and year.
    public init(asAt: Day) { self.asAt = asAt }

    /// Whether the answer needs no more than what is kept by fund and year.
    public var isCoarse: Bool {
        Set(by).isSubset(of: [.fund, .year, .quarter]) && rounds.isEmpty && !namesAwards
    }

    /// Whether it asks by the date of entries.
    public var isByQuarter: Bool { by.contains(.quarter) }

    /// Whether a filter leaves out money that no award holds.
    public var namesAwards: Bool {
        !(awards.isEmpty && recipients.isEmpty && areas.isEmpty && themes.isEmpty
            && categories.isEmpty)
    }
}

/// An amount the book keeps, under the keys a report can be grouped by.
public struct KeptFigure: Hashable, Sendable {
    /// What it is.
    public var head: Head
    /// What sets it apart.
    public var mark: Mark?
    /// The fund.
    public var fund: Code?
    /// The round.
    public var round: Code?
    /// The award.
    public var award: Code?
    /// The category.
    public var category: Code?
    /// The year of cost.
    public var year: FinancialYear?
    /// The quarter of the entry's date, where the question is by quarter.
    public var quarter: Quarter?
    /// The balance in the head's normal direction.
    public var amount: Money

    /// Creates a figure.
    public init(
        head: Head, mark: Mark? = nil, fund: Code? = nil, round: Code? = nil, award: Code? = nil,
        category: Code? = nil, year: FinancialYear? = nil, quarter: Quarter? = nil, amount: Money
    ) {
        self.head = head
        self.mark = mark
        self.fund = fund
        self.round = round
        self.award = award
        self.category = category
        self.year = year
        self.quarter = quarter
        self.amount = amount
    }
}
