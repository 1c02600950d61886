extension Facts {
    /// What a change of a grant posts, and with it the income that spend charged to its fund before
    /// now earns.
    ///
    /// Partners' money has no ceiling to wait for.
    ///
    /// - Parameters:
    ///   - code: the fund.
    ///   - years: the years of cost whose ceiling has come or risen.
    ///   - posting: the change itself.
    ///   - date: the entry's date, whose year takes the income.
    /// - Returns: all of it, set by set.
    /// - Throws: a fact that could not be read.
    func catchingUp(
        _ code: Code, _ years: [FinancialYear], after posting: Posting, on date: Day
    ) throws(Stop) -> Posting {
        try suppose(posting)
        let fund = try known(Fund.self, code)
        guard fund.source != .partner else { return posting }
        var lines: [ChargedLine] = []
        for year in years {
            var left = try uncovered(fund, year)
            for line in try unearnedLines(of: fund, year) where left > .zero {
                var line = line
                line.amount = min(line.amount, left)
                left -= line.amount
                lines.append(line)
            }
        }
        guard !lines.isEmpty else { return posting }
        let earned = try income(of: lines, FinancialYear(containing: date), on: date)
        var whole = posting
        whole.add(Posting(earned.control + earned.actual, puts: earned.puts))
        return whole.ordered
    }

    /// What is charged to a fund and year and no grant has paid for, accruals apart.
    private func uncovered(_ fund: Fund, _ year: FinancialYear) throws(Stop) -> Money {
        var charged = Money.zero
        for account in try accounts(Account(.charged, fund: fund.code, year: year))
        where account.mark == nil {
            charged += try amount(account)
        }
        for grant in fund.grants {
            let accounts = GrantYear(grant, year, year)
            charged -= try amount(accounts.claimCeiling) - amount(accounts.notYetEarned)
            charged += try amount(accounts.earnedClaimable.with(\.mark, .accrued))
        }
        return charged
    }

    /// The lines of a fund and year that have earned less than they are charged, in the order they
    /// came.
    private func unearnedLines(
        of fund: Fund, _ year: FinancialYear
    ) throws(Stop) -> [ChargedLine] {
        var lines: [(day: Day, line: ChargedLine)] = []
        func add(_ source: ClaimLine.Source, _ charged: Money, _ day: Day) throws(Stop) {
            let left = charged - (try earned(by: source, of: fund))
            guard left > .zero else { return }
            lines.append(
                (day, ChargedLine(fund: fund.code, year: year, source: source, amount: left)))
        }
        for account in try accounts(Account(.charged, fund: fund.code, year: year))
        where account.mark == nil {
            guard let award = account.award, let period = account.period,
                let category = account.category
            else { continue }
            let source = ClaimLine.Source(award: award, period: period, category: category)
            try add(source, amount(account), period.lastDay)
        }
        for cost in try all(Cost.self) where cost.fund == fund.code && cost.year == year {
            let source = ClaimLine.Source(cost: cost.number, category: cost.category)
            var refused = Money.zero
            for claim in try claims(on: fund.grants) {
                refused += claim.lines.filter { $0.source == source }.compactMap(\.disallowed).total
            }
            try add(source, cost.amount - refused, cost.date)
        }
        return lines.sorted {
            $0.day == $1.day ? $0.line.source < $1.line.source : $0.day < $1.day
        }.map(\.line)
    }

    /// Earnings for what a grant in arrears has earned and no line remembers, as in a book whose
    /// entries were judged before lines did.
    ///
    /// - Parameters:
    ///   - grant: the grant.
    ///   - year: the year of cost.
    ///   - date: the day from which a claim may ask for it.
    /// - Returns: the earnings to be kept; none where every line remembers.
    /// - Throws: a fact that could not be read.
    func remembering(
        _ grant: Grant, _ year: FinancialYear, on date: Day
    ) throws(Stop) -> [Put] {
        let accounts = GrantYear(grant.code, year, year)
        var left = try amount(accounts.earnedClaimable) + amount(accounts.received)
        for claim in try claims(on: [grant.code]) where claim.year == year {
            left += try amount(claim.claimed)
        }
        for earning in try all(Earning.self, prefix: "\(grant.code)#") where earning.year == year {
            left -= earning.amount
        }
        guard left > .zero else { return [] }
        let fund = try known(Fund.self, grant.fund)
        var puts: [Put] = []
        for line in try unearnedLines(of: fund, year) where left > .zero {
            var earning =
                try find(Earning.self, Earning.key(grant.code, line.source))
                ?? Earning(
                    grant: grant.code, year: year, source: line.source, amount: .zero,
                    accepted: date)
            let part = min(line.amount, left)
            left -= part
            earning.amount += part
            puts.append(try put(earning))
        }
        return puts
    }
}
