/// Changes which fund bears an award's unspent money: down on one line, up on another, in one entry.
///
/// Posts as a variation down of the one and up of the other.
public struct MoveAward: Act {
    /// Its kind.
    public static let kind = Kind.moveAward
    /// The award.
    public var award: Code
    /// The year.
    public var year: FinancialYear
    /// The fund that bore it.
    public var from: Code
    /// The fund that bears it now.
    public var to: Code
    /// The heading, where the award has several.
    public var category: Code?
    /// How much.
    public var amount: Money
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(
        award: Code, year: FinancialYear, from: Code, to: Code, category: Code? = nil,
        amount: Money, reason: Note
    ) {
        self.award = award
        self.year = year
        self.from = from
        self.to = to
        self.category = category
        self.amount = amount
        self.reason = reason
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let row = try facts.known(Award.self, award)
        try facts.check(Fund.self, from)
        try facts.check(Fund.self, to)
        try amount.checkPositive()
        try row.checkNotEnded()
        guard from != to else {
            throw .no(
                .nothingToChange, "Fund \(from) bears it already.",
                remedy: "Name two funds: --from and --to.", [.init("fund", from)])
        }
        var side = VaryAward(
            award: award, fund: from, year: year, category: category, amount: -amount,
            reason: reason)
        var posting = Posting()
        try posting.then(side, given: facts, on: occasion)
        (side.fund, side.amount) = (to, amount)
        try posting.then(side, given: facts, on: occasion)
        return posting.ordered
    }
}
