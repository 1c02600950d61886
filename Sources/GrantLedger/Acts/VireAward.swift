/// Moves budget between headings of one award and year, within the tolerance set at signing.
///
/// Posts C Dr virementHeadroom / Cr virementUsed; B Dr committed (from) / Cr committed (to).
public struct VireAward: Act {
    /// Its kind.
    public static let kind = Kind.vireAward
    /// The award.
    public var award: Code
    /// The fund; every one that has the heading, by what each has, where absent.
    public var fund: Code?
    /// The year.
    public var year: FinancialYear
    /// The heading that gives.
    public var from: Code
    /// The heading that takes.
    public var to: Code
    /// How much.
    public var amount: Money
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(
        award: Code, fund: Code? = nil, year: FinancialYear, from: Code, to: Code, amount: Money,
        reason: Note
    ) {
        self.award = award
        self.fund = fund
        self.year = year
        self.from = from
        self.to = to
        self.amount = amount
        self.reason = reason
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let row = try facts.known(Award.self, award)
        try facts.check(Fund.self, fund)
        try facts.checkCategory(from)
        try facts.checkCategory(to)
        try amount.checkPositive()
        try row.checkSigned()
        guard from != to else {
            throw .no(
                .nothingToChange, "\(from) is the heading that gives and the one that takes.",
                remedy: "Name two headings: --from and --to.", [.init("category", from)])
        }
        guard row.hasCategories else {
            throw .no(
                .categoryNeeded, "Award \(award) is committed as a whole, not by category.",
                remedy:
                    "Nothing need be moved: what is reported under any heading is charged to it.",
                [.init("award", award)])
        }
        let limit = Account(.committed, fund: fund, award: award, category: from, year: year)
        var lines = try facts.lines(limit)
        try lines.check(amount, within: limit, on: occasion.date)
        let tolerance = Account(.virementHeadroom, award: award, year: year)
        var transfers: [Transfer] = []
        transfers.move(
            amount, tolerance, debit: .virementHeadroom, credit: .virementUsed)
        for (line, share) in lines.take(amount) {
            transfers.move(share, debit: line, credit: line.with(\.category, to))
        }
        return Posting(transfers)
    }
}
