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

    /// The limits a finance officer meets by name.
    private static let codes = [
        "capHeadroom": "cap-exceeded", "roundAvailable": "round-exceeded",
        "unallocated": "fund-exceeded", "committed": "award-exceeded",
        "reserved": "more-than-reserved", "paymentReleased": "more-than-released",
        "paymentScheduled": "more-than-unscheduled", "notYetEarned": "grant-exceeded",
        "paymentsOnAccount": "more-than-on-account", "awardCreditors": "more-than-owed",
        "charged": "more-than-charged", "paid": "more-than-paid",
        "earnedClaimable": "more-than-earned", "accruedGrantIncome": "more-than-earned",
        "fundingApproved": "funding-in-use", "overProgrammingAuthorised": "over-programming-in-use",
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
