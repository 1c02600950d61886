/// Names of accounts, as `DOMAIN.md` section 3 spells them, and the key behind each.
struct Chart {
    private var keys: [String: [String: String]] = [:]
    private var byHead: [String: [String]] = [:]

    /// `committed{award=W1,category=GENERAL,fund=F,year=2019/20}`; what is nil is left out.
    mutating func name(_ head: String, _ key: [String: String?]) -> String {
        let parts = key.compactMapValues { $0 }
        let inner = parts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let name = inner.isEmpty ? head : "\(head){\(inner.joined(separator: ","))}"
        if keys[name] == nil {
            keys[name] = parts
            let at = byHead[head, default: []].firstIndex { name < $0 } ?? byHead[head]?.count ?? 0
            byHead[head, default: []].insert(name, at: at)
        }
        return name
    }

    /// The key of a name given out before.
    func key(of name: String) -> [String: String] { keys[name] ?? [:] }

    /// The names under a head whose key has these parts, in order.
    func names(_ head: String, _ parts: [String: String]) -> [String] {
        (byHead[head] ?? []).filter { name in
            let key = keys[name] ?? [:]
            return parts.allSatisfy { key[$0.key] == $0.value }
        }
    }

    /// The head of a name.
    static func head(of name: String) -> String {
        String(name.prefix { $0 != "{" })
    }
}

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
