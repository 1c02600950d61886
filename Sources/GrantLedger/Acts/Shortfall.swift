/// What should have been found or spent by a day and was not: match that is required, or a
/// category's least share.
public struct Shortfall: Hashable, Sendable {
    /// What rule it falls short of.
    public enum Rule: Hashable, Sendable {
        /// Match required for a year.
        case match(FinancialYear)
        /// The least share a category must have of what is charged.
        case minimum(Code)
    }

    /// The grant or the award that states the rule.
    public let of: Code
    /// The rule.
    public let rule: Rule
    /// How much was to be found or spent.
    public let required: Money
    /// How much was.
    public let met: Money

    /// How much is short.
    public var short: Money { required - met }

    /// What an entry that is let through in spite of it is flagged with.
    public var flag: Flag {
        switch rule {
        case .match: .matchShort
        case .minimum: .minimumShort
        }
    }
}

extension Facts {
    /// What a grant's rules ask for by a day and have not had.
    ///
    /// Match is tested for each year that has begun. A minimum with a day is tested from that day
    /// on, over what the grant's fund was charged in the years begun; one without a day at each
    /// year end, over the years ended. To the penny, half up. Nothing comes to rest on what is read.
    ///
    /// - Parameters:
    ///   - grant: the grant.
    ///   - day: the day of the claim, return or close.
    /// - Returns: match first, year by year, then the minimums as the grant lists them.
    /// - Throws: only where the book cannot be read.
    public func shortfalls(of grant: Grant, on day: Day) throws(Stop) -> [Shortfall] {
        var found = try matchShort(of: grant.code, Account(.matchRequired, grant: grant.code), day)
        for minimum in grant.minimums ?? [] {
            if let by = minimum.by, day < by { continue }
            let years = Set(grant.profile.years).filter {
                minimum.by == nil ? $0.lastDay <= day : $0.firstDay <= day
            }
            var all = Money.zero
            var met = Money.zero
            for year in years {
                for line in try lines(Account(.charged, fund: grant.fund, year: year)) {
                    all += line.amount
                    if line.account.category == minimum.category { met += line.amount }
                }
            }
            let required = all.percent(hundredths: Int64(minimum.percent.hundredths))
            guard met < required else { continue }
            found.append(
                Shortfall(
                    of: grant.code, rule: .minimum(minimum.category), required: required, met: met))
        }
        return found
    }

    /// What match an award was to find by a day and has not.
    public func shortfalls(of award: Award, on day: Day) throws(Stop) -> [Shortfall] {
        try matchShort(of: award.code, Account(.matchRequired, award: award.code), day)
    }

    /// What falls short of an award's own match and of the grants that feed its funds in a year,
    /// once an act has been done.
    func shortfalls(
        around award: Award, in year: FinancialYear, after posting: Posting, on day: Day
    ) throws(Stop) -> [Shortfall] {
        let funds = Set(
            award.profile.map { $0.fund ?? award.fund }
                + posting.transfers.flatMap { [$0.debit.fund, $0.credit.fund] }.compactMap { $0 })
        var grants: [Grant] = []
        for fund in funds.sorted() {
            for code in try look(Fund.self, fund.description)?.grants ?? [] {
                guard let grant = try look(Grant.self, code.description), grant.hasRules,
                    grant.profile.years.contains(year)
                else { continue }
                grants.append(grant)
            }
        }
        var isMatched = false
        if let round = award.round {
            isMatched = try look(Round.self, round.description)?.match != nil
        }
        guard isMatched || !grants.isEmpty else { return [] }
        try suppose(posting)
        var found = try shortfalls(of: award, on: day)
        for grant in grants { found += try shortfalls(of: grant, on: day) }
        return found
    }

    private func matchShort(
        of code: Code, _ pattern: Account, _ day: Day
    ) throws(Stop) -> [Shortfall] {
        var found: [Shortfall] = []
        for line in try lines(pattern) {
            guard let year = line.account.year, year.firstDay <= day else { continue }
            let met = try amount(line.account.under(.matchMet))
            found.append(
                Shortfall(of: code, rule: .match(year), required: line.amount + met, met: met))
        }
        return found
    }
}

extension Grant {
    /// Whether it asks for match or for least shares.
    var hasRules: Bool { match != nil || !(minimums ?? []).isEmpty }
}

extension [Shortfall] {
    /// What an entry is flagged with, each once.
    public var flags: [Flag] {
        [Flag.matchShort, .minimumShort].filter { flag in contains { $0.flag == flag } }
    }
}
