extension Refusal {
    /// A floored account would go below nil: says which limit, how much is left, what was asked,
    /// how much is short.
    static func floor(_ account: Account, available: Money, asked: Money, on date: Day) -> Refusal {
        let reason = account.head.traits.limit ?? .amountTooLarge
        let left = max(available, .zero)
        let words = FloorWords(account)
        return Refusal(
            reason, "\(words.limit): \(left) left, \(asked) asked, \(asked - available) short.",
            remedy: words.remedy,
            [
                Detail("account", account), Detail("left", left), Detail("asked", asked),
                Detail("short", asked - available), Detail("date", date),
            ])
    }
}

extension Refusal {
    /// A project would have more than its cap: says the cap, what is left of it, and the exception
    /// that would allow it.
    static func cap(
        _ headroom: Account, set: Money, of award: Code?, available: Money, asked: Money,
        on date: Day
    ) -> Refusal {
        let project = (award ?? headroom.bid ?? headroom.award)?.description ?? ""
        let bid = award == nil ? nil : headroom.bid.map { " (bid \($0))" }
        let year = headroom.year.map { " in \($0)" } ?? " in all"
        let option = headroom.year.map { " --year \($0)" } ?? ""
        let short = asked - available
        return Refusal(
            .capExceeded,
            "The cap of \(set) on \(project)\(bid ?? "")\(year): \(available) left, \(asked) asked, \(short) short.",
            remedy:
                "Award less, or record an authorised exception: almoner award except \(project)\(option) "
                + "--amount \(short.plain) --authorised-by WHO --reason TEXT.",
            [
                Detail("account", headroom), Detail("cap", set), Detail("left", available),
                Detail("asked", asked), Detail("short", short), Detail("date", date),
            ])
    }
}

/// A limit in a finance officer's words, with the lawful ways on.
private struct FloorWords {
    let limit: String
    let remedy: String

    init(_ account: Account) {
        let year = account.year.map { " in \($0)" } ?? ""
        let inYear = account.year.map { " --year \($0)" } ?? ""
        let award = account.award?.description ?? "the award"
        let round = account.round?.description ?? "the round"
        let fund = account.fund?.description ?? "the fund"
        switch account.head.traits.limit {
        case .roundExceeded:
            limit = "Round \(round)\(year)"
            remedy =
                "Award less, add to the round (almoner round add \(round)\(inYear)), or authorise over-programming: "
                + "almoner fund over-programme \(fund) --round \(round)\(inYear)."
        case .fundExceeded:
            limit = "Fund \(fund)\(year), not allocated to a round"
            remedy =
                "Use less, approve more (almoner fund approve \(fund)), take back from a round, or authorise "
                + "over-programming: almoner fund over-programme \(fund)\(inYear)."
        case .awardExceeded:
            let category = account.category.map { $0 == .general ? "" : " for \($0)" } ?? ""
            limit = "What is committed to \(award)\(year)\(category)"
            remedy =
                "Disallow the excess, or vary the award first: almoner award vary \(award)\(inYear)."
        case .moreThanReserved:
            limit = "What is reserved for \(award)\(year)"
            remedy = "almoner award show \(award) says what it has."
        case .moreThanReleased:
            limit = "Instalment \(account.instalment ?? 0) of \(award), released for payment"
            remedy =
                "almoner award show \(award) lists its instalments; release it first, or pay less."
        case .moreThanUnscheduled:
            limit = "What is neither paid nor scheduled of \(award)\(year)"
            remedy =
                "Use less, or withdraw an unpaid instalment first: almoner instalment withdraw \(award)."
        case .moreThanOnAccount:
            limit = "What \(award) holds on account\(year)"
            remedy = "almoner award show \(award) says what was paid and accepted."
        case .moreThanPaid:
            limit = "What was paid to \(award)\(year)"
            remedy = "almoner payment list --award \(award) shows the payments."
        case .moreThanClawedBack:
            limit = "What was asked back of \(award)\(year)"
            remedy = "almoner award show \(award) says what is still to come back."
        case .virementExceeded:
            limit = "The tolerance of \(award)\(year) for moving between headings"
            remedy =
                "Move less, or agree a variation: almoner award vary \(award)\(inYear), down "
                + "under one category and up under the other."
        case .matchInUse:
            let from = account.organisation.map { " from \($0)" } ?? ""
            let of = account.award ?? account.grant ?? account.bid
            limit = "Match for \(of?.description ?? "")\(from)\(year)"
            remedy = "almoner match list shows how far it has come."
        case .grantExceeded:
            limit = "What grant \(account.grant?.description ?? "") has not yet earned\(year)"
            remedy = "almoner grant show \(account.grant?.description ?? "") says what it pays."
        case .fundingInUse:
            limit = "What is approved for fund \(fund)\(year)"
            remedy =
                "almoner fund show \(fund) says what is in use; take money back from rounds and awards first."
        case .overProgrammingInUse:
            limit = "Over-programming authorised for \(fund)\(year)"
            remedy = "Withdraw no more than was authorised."
        case .moreThanClaimed:
            let claim = account.claim?.description ?? "the claim"
            limit = "What claim \(claim) still asks for"
            remedy = "almoner claim show \(claim) says what was claimed, received and disallowed."
        case .moreThanRepayable:
            limit = "What is repayable of grant \(account.grant?.description ?? "")\(year)"
            remedy =
                "Surrender it first: almoner grant surrender \(account.grant?.description ?? "")\(inYear)."
        case .moreThanHeld:
            limit = "What is held for \(account.organisation?.description ?? "the partner")"
            remedy =
                "Receive it first: almoner grant receive \(account.grant?.description ?? "") --for "
                + "\(account.organisation?.description ?? "")."
        case .reserveExceeded:
            limit = "The reserve of fund \(fund)"
            remedy = "Use no more, or set more aside first: almoner fund reserve \(fund)."
        default:
            limit = "\(account)"
            remedy = "almoner entry list shows what moved it."
        }
    }
}
