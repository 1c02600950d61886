/// Looks through a year for what is still open in it.
struct YearSurvey {
    let year: FinancialYear
    let facts: Facts

    init(_ year: FinancialYear, _ facts: Facts) { (self.year, self.facts) = (year, facts) }

    /// The budget heads that are nil in a closed year.
    private static let heads: [Head] = [
        .reserved, .committed, .roundAvailable, .unallocated, .budgetPrepared,
        .overProgrammingAuthorised,
    ]

    /// Earlier years that have something open and are not closed.
    func earlierYears() throws(Stop) -> [YearStatus.Item] {
        var years: Set<FinancialYear> = []
        for head in Self.heads + [.grantIncome, .partnerContributions, .awardExpenditure] {
            for account in try facts.accounts(Account(head)) {
                guard let other = account.accountingYear ?? account.year, other < year else {
                    continue
                }
                years.insert(other)
            }
        }
        var items: [YearStatus.Item] = []
        for other in years.sorted() where try !facts.isClosed(other) {
            items.append(
                .init(
                    .earlierYear, other.description, nil, "almoner year status \(other)",
                    or: ["almoner year close \(other)"]))
        }
        return items
    }

    /// Entries dated in the year, or with its money set aside, that wait.
    func prepared() throws(Stop) -> [YearStatus.Item] {
        try facts.all(Prepared.self).filter { row in
            row.status == .waiting
                && (year.contains(row.date)
                    || row.setAside.contains {
                        $0.credit.head == .budgetPrepared && $0.credit.year == year
                    })
        }.sorted { $0.number < $1.number }.map { row in
            .init(
                .prepared, "entry \(row.number)", row.size,
                "almoner prepared approve \(row.number)",
                or: ["almoner prepared decline \(row.number) --reason TEXT"])
        }
    }

    /// What rounds and funds have left, and what was authorised above it.
    func pools() throws(Stop) -> [YearStatus.Item] {
        var over: [YearStatus.Item] = []
        var left: [YearStatus.Item] = []
        var withdrawn: [Account: Money] = [:]
        for account in try facts.accounts(Account(.overProgrammingAuthorised, year: year)) {
            let pool = account.under(account.round == nil ? .unallocated : .roundAvailable)
            let authorised = try facts.amount(account)
            let unused = min(authorised, try facts.amount(pool))
            withdrawn[pool] = unused
            over += overProgrammed(account, withdrawn: unused, called: authorised - unused)
        }
        for head in [Head.roundAvailable, .unallocated] {
            for account in try facts.accounts(Account(head, year: year)) {
                let amount = try facts.amount(account) - (withdrawn[account] ?? .zero)
                guard amount > .zero else { continue }
                left += try head == .unallocated ? fund(account, amount) : round(account, amount)
            }
        }
        return over + left
    }

    private func overProgrammed(
        _ account: Account, withdrawn: Money, called: Money
    ) -> [YearStatus.Item] {
        let round = account.round.map { " --round \($0)" } ?? ""
        let place = (account.round ?? account.fund)?.description ?? ""
        func command(_ amount: Money, _ rest: String) -> String {
            "almoner fund over-programme \(account.fund?.description ?? "FUND")\(round) --year \(year) "
                + "--amount \(amount.plain) \(rest)"
        }
        return [
            (withdrawn, "--withdraw --reason TEXT"),
            (called, "--call --authorised-by WHO --reason TEXT"),
        ].filter { $0.0 > .zero }.map { amount, rest in
            .init(.overProgrammed, place, amount, command(amount, rest))
        }
    }

    private func round(_ account: Account, _ amount: Money) -> [YearStatus.Item] {
        let code = account.round?.description ?? "ROUND"
        return [
            .init(
                .roundAvailable, code, amount,
                "almoner round return \(code) --year \(year) --amount \(amount.plain) --reason TEXT",
                or: carrying(account, amount))
        ]
    }

    private func fund(_ account: Account, _ amount: Money) throws(Stop) -> [YearStatus.Item] {
        let code = account.fund?.description ?? "FUND"
        let grants = try facts.look(Fund.self, code)?.grants ?? []
        guard !grants.isEmpty else {
            return [
                .init(
                    .unallocated, code, amount,
                    "almoner fund reduce \(code) --year \(year) --amount \(amount.plain) --reason TEXT",
                    or: carrying(account, amount))
            ]
        }
        var items: [YearStatus.Item] = []
        var left = amount
        for grant in grants.reversed() {
            let part = min(left, try facts.amount(GrantYear(grant, year, year).notYetEarned))
            guard part > .zero else { continue }
            left -= part
            items.append(
                .init(
                    .unallocated, code, part,
                    "almoner grant surrender \(grant) --year \(year) --amount \(part.plain)",
                    or: carrying(account, part)))
        }
        guard left > .zero else { return items }
        let carry = carrying(account, left)
        return items + [.init(.unallocated, code, left, carry.first ?? "")]
    }

    private func carrying(_ account: Account, _ amount: Money) -> [String] {
        guard let fund = account.fund, let next = year.next else { return [] }
        let round = account.round.map { " --round \($0)" } ?? ""
        return [
            "almoner fund carry \(fund)\(round) --from \(year) --to \(next) --amount \(amount.plain) "
                + "--consent REF"
        ]
    }

    /// Match that is required and was not found.
    func match() throws(Stop) -> [YearStatus.Item] {
        var items: [YearStatus.Item] = []
        for account in try facts.accounts(Account(.matchRequired, year: year)) {
            let owner = account.owner?.description ?? ""
            let amount = try facts.amount(account)
            items.append(
                .init(
                    .match, owner, amount,
                    "almoner match evidence \(owner) --from ORG --kind cash --year \(year) "
                        + "--amount \(amount.plain)",
                    or: ["almoner year close \(year) --explain TEXT"]))
        }
        return items
    }

    /// Categories that had less than their least share.
    func minimums() throws(Stop) -> [YearStatus.Item] {
        var items: [YearStatus.Item] = []
        for grant in try facts.all(Grant.self) where grant.profile.years.contains(year) {
            for shortfall in try facts.shortfalls(of: grant, on: year.lastDay) {
                guard case .minimum(let category) = shortfall.rule else { continue }
                items.append(
                    .init(
                        .minimum, "\(grant.code) \(category)", shortfall.short,
                        "almoner year close \(year) --explain TEXT"))
            }
        }
        return items
    }

    /// Income that was earned and not asked for: nothing that stops the close.
    func unclaimed() throws(Stop) -> [YearStatus.Item] {
        var earned: [Code: Money] = [:]
        for account in try facts.accounts(Account(.earnedClaimable, year: year)) {
            guard account.mark == nil, let grant = account.grant else { continue }
            earned[grant, default: .zero] += try facts.amount(account)
        }
        return earned.sorted { $0.key < $1.key }.map { grant, amount in
            .init(
                .notClaimed, grant.description, amount,
                "almoner claim make CODE --grant \(grant) --year \(year)", blocks: false)
        }
    }
}
