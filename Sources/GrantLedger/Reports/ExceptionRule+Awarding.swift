extension ExceptionRule {
    /// What is unusual about bids, awards and what they are limited by.
    static let awarding: [ExceptionRule] = [
        flagged(.late, "A bid after its round closed."),
        flagged(.overCap, "A bid for more than the cap."),
        flagged(.overAward, "A return of more than is committed."),
        flagged(
            .outOfOrder, "A return that comes after its successor, or reports less than nothing."),
        flagged(.moreThanAsked, "An award of more than the bid asked."),
        kind(.exceptCap, "cap-exception", "A cap was raised for one project."),
        kind(.overProgramme, "over-programming", "Awarding above the allocation was authorised."),
        entry(
            "just-under", "Just under what a second person approves, or under a cap.",
            ExceptionThreshold(.share, "5%")
        ) { entry, context in
            guard let limits = context.limits(on: entry.date), let share = limits.justUnder else {
                return nil
            }
            if let limit = limits.approval, entry.approver == nil, !entry.kind.needsNoSecond,
                limits.isJustUnder(entry.size, limit), entry.size > .zero
            {
                return ExceptionFound(
                    "\(entry.size) is just under \(limit), above which a second person approves.",
                    threshold: "\(share) of \(limit)", amount: entry.size)
            }
            return try entry.underCap(limits, context)
        },
    ]
}

extension Entry {
    /// How much it moves, as it is held against the amount above which a second person approves.
    var size: Money { Posting(transfers).size }

    /// An award just under the cap of its round; one at the cap is the ordinary case.
    fileprivate func underCap(
        _ limits: ExceptionLimits, _ context: ExceptionContext
    ) throws -> ExceptionFound? {
        guard meant == .makeAward, let share = limits.justUnder else { return nil }
        for used in transfers where used.credit.head == .capUsed {
            guard let code = used.credit.round, let round = try context.find(Round.self, code),
                let cap = used.credit.year == nil ? round.capPerAward : round.capPerYear,
                used.amount < cap, limits.isJustUnder(used.amount, cap)
            else { continue }
            let year = used.credit.year.map { " in \($0)" } ?? " in all"
            return ExceptionFound(
                "\(used.amount)\(year) is just under the cap of \(cap) of \(code).",
                threshold: "\(share) of \(cap)", amount: used.amount)
        }
        return nil
    }
}
