/// Records a cost of the office itself on a fund, such as its team or an evaluation.
///
/// Posts C Dr awardPayable / Cr paid, without an award; B Dr unallocated / Cr charged; A Dr awardExpenditure / Cr bank; income is earned as by an accepted return.
public struct RecordCost: Act {
    /// Its kind.
    public static let kind = Kind.recordCost
    /// The fund.
    public var fund: Code
    /// The year of the cost.
    public var year: FinancialYear
    /// The heading of cost.
    public var category: Code
    /// How much, net of recoverable VAT.
    public var amount: Money
    /// Who was paid.
    public var supplier: Note
    /// The VAT that is recovered elsewhere, for the record.
    public var recoverableVAT: Money?

    /// Creates the act.
    public init(
        fund: Code, year: FinancialYear, category: Code, amount: Money, supplier: Note,
        recoverableVAT: Money? = nil
    ) {
        self.fund = fund
        self.year = year
        self.category = category
        self.amount = amount
        self.supplier = supplier
        self.recoverableVAT = recoverableVAT
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        preconditionFailure("RecordCost has no rule yet.")
    }
}
