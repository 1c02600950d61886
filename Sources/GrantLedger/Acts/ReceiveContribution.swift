/// Takes in a partner's money for a fund of its own, such as match in cash paid to the office.
///
/// Posts B Dr fundingApproved / Cr unallocated; A Dr bank / Cr receiptsInAdvance. It becomes income
/// (A Dr receiptsInAdvance / Cr partnerContributions) as the fund is charged.
public struct ReceiveContribution: Act {
    /// Its kind.
    public static let kind = Kind.receiveContribution
    /// The fund, whose source is a partner.
    public var fund: Code
    /// The year it is for.
    public var year: FinancialYear
    /// How much.
    public var amount: Money
    /// Who pays it.
    public var from: Code

    /// Creates the act.
    public init(
        fund: Code, year: FinancialYear, amount: Money, from: Code
    ) {
        self.fund = fund
        self.year = year
        self.amount = amount
        self.from = from
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let row = try facts.known(Fund.self, fund)
        _ = try facts.known(Organisation.self, from)
        try amount.checkPositive()
        try row.checkNoGrant()
        guard row.source == .partner else {
            throw .no(
                .fundNotPartners,
                "Fund \(fund) holds \(row.source.rawValue) money; a fund has one source.",
                remedy: "Open a fund for it: almoner fund open CODE --source partner.",
                [.init("fund", fund), .init("from", from)])
        }
        var transfers: [Transfer] = []
        transfers.move(
            amount, debit: .approved(fund, year, .confirmed),
            credit: Account(.unallocated, fund: fund, year: year))
        transfers.move(
            amount, debit: Account(.bank),
            credit: Account(.receiptsInAdvance, fund: fund, year: year))
        return Posting(transfers)
    }
}
