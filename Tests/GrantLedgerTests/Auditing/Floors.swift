/// The floors, as `DOMAIN.md` section 3 has them.
enum Floors {
    /// The heads that debits raise; credits raise all others.
    static let debitNormal: Set<String> = [
        "bank", "grantDebtors", "accruedGrantIncome", "paymentsOnAccount", "clawbackDebtors",
        "awardExpenditure", "fundingApproved", "overProgrammingAuthorised", "broughtForward",
        "capSet", "awardPayable", "claimCeiling", "virementSet", "bidsRequested", "spendReported",
        "matchOffered", "matchTarget",
    ]

    private static let free: Set<String> = [
        "bank", "grantIncome", "awardExpenditure", "generalFund", "partnerContributions",
    ]

    /// The heads of the accounting ledger.
    static let actual: Set<String> = [
        "bank", "generalFund", "earmarkedReserve", "grantDebtors", "accruedGrantIncome",
        "receiptsInAdvance", "repayableToFunder", "heldAsAgent", "grantIncome",
        "partnerContributions", "awardExpenditure", "paymentsOnAccount", "awardCreditors",
        "accruedExpenditure", "clawbackDebtors",
    ]

    /// The heads of authority to spend.
    static let budget: Set<String> = [
        "fundingApproved", "overProgrammingAuthorised", "broughtForward", "unallocated",
        "roundAvailable", "budgetPrepared", "reserved", "committed", "charged", "carriedForward",
    ]

    /// The heads of bids, reported spend and match.
    static let memorandum: Set<String> = [
        "bidsRequested", "bidsUnderAssessment", "bidsAwarded", "bidsNotAwarded", "bidsWithdrawn",
        "spendReported", "returnsSubmitted", "returnsAccepted", "spendDisallowed", "matchTarget",
        "matchRequired", "matchMet", "matchOffered", "matchPledged", "matchConfirmed",
        "matchEvidenced",
    ]

    /// The heads of income and expenditure, which a close takes.
    static let incomeAndExpenditure: Set<String> = [
        "grantIncome", "partnerContributions", "awardExpenditure",
    ]

    /// The limits a finance officer meets by name.
    private static let codes = [
        "capHeadroom": "cap-exceeded", "roundAvailable": "round-exceeded",
        "unallocated": "fund-exceeded", "committed": "award-exceeded",
        "reserved": "more-than-reserved", "paymentReleased": "more-than-released",
        "paymentScheduled": "more-than-unscheduled", "notYetEarned": "grant-exceeded",
        "paymentsOnAccount": "more-than-on-account", "awardCreditors": "more-than-owed",
        "accruedExpenditure": "more-than-owed", "clawbackDebtors": "more-than-clawed-back",
        "charged": "more-than-charged", "paid": "more-than-paid",
        "earnedClaimable": "more-than-earned", "accruedGrantIncome": "more-than-earned",
        "claimed": "more-than-claimed", "grantDebtors": "more-than-claimed",
        "receiptsInAdvance": "more-than-received", "received": "more-than-received",
        "repayableToFunder": "more-than-repayable", "heldAsAgent": "more-than-held",
        "earmarkedReserve": "reserve-exceeded", "virementHeadroom": "virement-exceeded",
        "fundingApproved": "funding-in-use", "overProgrammingAuthorised": "over-programming-in-use",
        "matchOffered": "match-in-use", "matchPledged": "match-in-use",
        "matchConfirmed": "match-in-use", "matchEvidenced": "match-in-use",
        "budgetPrepared": "more-than-prepared", "controlPrepared": "more-than-prepared",
    ]

    /// The code of a head's limit: empty where it has one that needs no name here, nil where the
    /// head has no floor.
    static func code(of head: String) -> String? {
        free.contains(head) ? nil : codes[head] ?? ""
    }

    /// The codes of which one must be given: cap, then round, then fund, then any of the others.
    static func codes(of heads: [String]) -> Set<String> {
        for first in ["capHeadroom", "roundAvailable", "unallocated"] where heads.contains(first) {
            return [codes[first] ?? ""]
        }
        let all = Set(heads.compactMap { code(of: $0) })
        return all.contains("") ? [] : all
    }
}
