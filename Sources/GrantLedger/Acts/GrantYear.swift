/// The accounts of a grant for a year of cost.
struct GrantYear {
    let claimCeiling: Account
    let notYetEarned: Account
    let earnedClaimable: Account
    let received: Account
    let receiptsInAdvance: Account
    let repayable: Account
    let accruedIncome: Account
    let income: Account

    init(_ grant: Code, _ year: FinancialYear, _ accountingYear: FinancialYear) {
        notYetEarned = Account(.notYetEarned, grant: grant, year: year)
        claimCeiling = notYetEarned.under(.claimCeiling)
        earnedClaimable = notYetEarned.under(.earnedClaimable)
        received = notYetEarned.under(.received)
        receiptsInAdvance = notYetEarned.under(.receiptsInAdvance)
        repayable = notYetEarned.under(.repayableToFunder)
        accruedIncome = notYetEarned.under(.accruedGrantIncome)
        income = notYetEarned.under(.grantIncome).with(\.accountingYear, accountingYear)
    }
}
