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
