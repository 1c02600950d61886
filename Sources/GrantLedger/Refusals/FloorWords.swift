/// A limit in a finance officer's words, with the lawful ways on.
struct FloorWords {
    let limit: String
    let remedy: String

    init(_ account: Account) {
        let words = Self.ofFunds(account) ?? Self.ofAwards(account) ?? Self.ofOthers(account)
        (limit, remedy) = words ?? ("\(account)", "almoner entry list shows what moved it.")
    }

    /// The limits of funds and rounds.
    private static func ofFunds(_ account: Account) -> (String, String)? {
        let year = account.year.map { " in \($0)" } ?? ""
        let inYear = account.year.map { " --year \($0)" } ?? ""
        let round = account.round?.description ?? "the round"
        let fund = account.fund?.description ?? "the fund"
        switch account.head.traits.limit {
        case .roundExceeded:
            let limit = "Round \(round)\(year)"
            return (
                limit,
                "Award less, add to the round (almoner round add \(round)\(inYear)), or authorise over-programming: "
                    + "almoner fund over-programme \(fund) --round \(round)\(inYear)."
            )
        case .fundExceeded:
            let limit = "Fund \(fund)\(year), not allocated to a round"
            return (
                limit,
                "Use less, approve more (almoner fund approve \(fund)), take back from a round, or authorise "
                    + "over-programming: almoner fund over-programme \(fund)\(inYear)."
            )
        case .fundingInUse:
            let limit = "What is approved for fund \(fund)\(year)"
            return (
                limit,
                "almoner fund show \(fund) says what is in use; take money back from rounds and awards first."
            )
        case .overProgrammingInUse:
            let limit = "Over-programming authorised for \(fund)\(year)"
            return (limit, "Withdraw no more than was authorised.")
        case .reserveExceeded:
            let limit = "The reserve of fund \(fund)"
            return (limit, "Use no more, or set more aside first: almoner fund reserve \(fund).")
        default: return nil
        }
    }

    /// The limits of awards.
    private static func ofAwards(_ account: Account) -> (String, String)? {
        let year = account.year.map { " in \($0)" } ?? ""
        let inYear = account.year.map { " --year \($0)" } ?? ""
        let award = account.award?.description ?? "the award"
        switch account.head.traits.limit {
        case .moreThanReserved:
            let limit = "What is reserved for \(award)\(year)"
            return (limit, "almoner award show \(award) says what it has.")
        case .moreThanReleased:
            let limit = "Instalment \(account.instalment ?? 0) of \(award), released for payment"
            return (
                limit,
                "almoner award show \(award) lists its instalments; release it first, or pay less."
            )
        case .moreThanUnscheduled:
            let limit = "What is neither paid nor scheduled of \(award)\(year)"
            return (
                limit,
                "Use less, or withdraw an unpaid instalment first: almoner instalment withdraw \(award)."
            )
        case .moreThanOnAccount:
            let limit = "What \(award) holds on account\(year)"
            return (limit, "almoner award show \(award) says what was paid and accepted.")
        case .moreThanPaid:
            let limit = "What was paid to \(award)\(year)"
            return (limit, "almoner payment list --award \(award) shows the payments.")
        case .moreThanClawedBack:
            let limit = "What was asked back of \(award)\(year)"
            return (limit, "almoner award show \(award) says what is still to come back.")
        case .virementExceeded:
            let limit = "The tolerance of \(award)\(year) for moving between headings"
            return (
                limit,
                "Move less, or agree a variation: almoner award vary \(award)\(inYear), down "
                    + "under one category and up under the other."
            )
        case .awardExceeded:
            let category = account.category.map { $0 == .general ? "" : " for \($0)" } ?? ""
            let limit = "What is committed to \(award)\(year)\(category)"
            return (
                limit,
                "Disallow the excess, or vary the award first: almoner award vary \(award)\(inYear)."
            )
        default: return nil
        }
    }

    /// The limits of grants, claims and match.
    private static func ofOthers(_ account: Account) -> (String, String)? {
        let year = account.year.map { " in \($0)" } ?? ""
        let inYear = account.year.map { " --year \($0)" } ?? ""
        switch account.head.traits.limit {
        case .matchInUse:
            let from = account.organisation.map { " from \($0)" } ?? ""
            let of = account.award ?? account.grant ?? account.bid
            let limit = "Match for \(of?.description ?? "")\(from)\(year)"
            return (limit, "almoner match list shows how far it has come.")
        case .grantExceeded:
            let limit = "What grant \(account.grant?.description ?? "") has not yet earned\(year)"
            return (
                limit, "almoner grant show \(account.grant?.description ?? "") says what it pays."
            )
        case .moreThanClaimed:
            let claim = account.claim?.description ?? "the claim"
            let limit = "What claim \(claim) still asks for"
            return (
                limit, "almoner claim show \(claim) says what was claimed, received and disallowed."
            )
        case .moreThanRepayable:
            let limit = "What is repayable of grant \(account.grant?.description ?? "")\(year)"
            return (
                limit,
                "Surrender it first: almoner grant surrender \(account.grant?.description ?? "")\(inYear)."
            )
        case .moreThanHeld:
            let limit = "What is held for \(account.organisation?.description ?? "the partner")"
            return (
                limit,
                "Receive it first: almoner grant receive \(account.grant?.description ?? "") --for "
                    + "\(account.organisation?.description ?? "")."
            )
        default: return nil
        }
    }
}
