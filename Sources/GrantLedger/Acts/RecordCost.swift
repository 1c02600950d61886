/// Records a cost of the office itself on a fund, such as its team or an evaluation.
///
/// Posts C Dr awardPayable / Cr paid, without an award; B Dr unallocated / Cr charged; A Dr
/// awardExpenditure / Cr bank; income is earned as by an accepted return.
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
        _ = try facts.known(Fund.self, fund)
        try facts.checkCategory(category)
        try amount.checkPositive()
        try recoverableVAT?.checkPositive()
        let accountingYear = FinancialYear(containing: occasion.date)
        let payable = Account(.awardPayable, fund: fund, year: year)
        let source = ClaimLine.Source(cost: facts.nextNumber, category: category)
        let line = ChargedLine(fund: fund, year: year, source: source, amount: amount)
        let income = try facts.income(of: [line], accountingYear, on: occasion.date)
        var transfers: [Transfer] = []
        transfers.move(amount, payable, debit: .awardPayable, credit: .paid)
        transfers += income.control
        transfers.move(
            amount, debit: payable.under(.unallocated),
            credit: payable.under(.charged).with(\.category, category))
        transfers.move(
            amount,
            debit: payable.under(.awardExpenditure).with(\.accountingYear, accountingYear),
            credit: Account(.bank))
        transfers += income.actual
        let cost = Cost(
            number: facts.nextNumber, fund: fund, year: year, category: category, amount: amount,
            supplier: supplier, recoverableVAT: recoverableVAT, date: occasion.date)
        return Posting(transfers, puts: [try facts.put(cost)] + income.puts)
    }
}
