import GrantLedger

/// The Identity and the six ties of `DOMAIN.md` section 3, read from a ledger's own balances.
struct Ties {
    private let balances: [Account: Int64]
    private let bids: [Code: Code]
    private let undone: Set<String>
    private let closed: Set<String>

    /// What is broken, if anything; told which bid each award answers and which years are closed.
    ///
    /// What a prepared entry set aside is counted where it was taken from: ``counted(_:)`` says
    /// how that is known.
    ///
    /// Tie 4 need not hold on the lines that were undone: of which a cost or a payment was reversed,
    /// since a reversal posts the opposite and nothing else.
    static func broken(
        in balances: [Account: Int64], bids: [Code: Code], undone: Set<String>,
        closed: Set<String>
    ) -> [String] {
        let ties = Ties(balances: balances, bids: bids, undone: undone, closed: closed)
        return ties.floors() + ties.sets() + ties.identity() + ties.carried() + ties.lines()
            + ties.grants() + ties.caps() + ties.closedYears()
    }

    private init(
        balances: [Account: Int64], bids: [Code: Code], undone: Set<String>, closed: Set<String>
    ) {
        (self.balances, self.bids, self.undone, self.closed) = (balances, bids, undone, closed)
    }

    private static func normal(_ head: Head, _ pence: Int64) -> Int64 {
        Floors.debitNormal.contains(head.rawValue) ? pence : -pence
    }

    private func floors() -> [String] {
        balances.compactMap { account, pence in
            guard Floors.code(of: account.head.rawValue) != nil else { return nil }
            return Self.normal(account.head, pence) < 0 ? "\(account) is below nil" : nil
        }
    }

    private func sets() -> [String] {
        var sums: [AccountSet: Int64] = [:]
        for (account, pence) in balances { sums[account.head.traits.set, default: 0] += pence }
        return sums.filter { $0.value != 0 }.map { "the set \($0.key) is out by \($0.value)" }
    }

    /// Sums by some parts of the key and by head.
    private func sums(_ key: (Account) -> String?) -> [String: [Head: Int64]] {
        var sums: [String: [Head: Int64]] = [:]
        for (account, pence) in balances {
            guard let text = key(account) else { continue }
            sums[text, default: [:]][account.head, default: 0] += Self.normal(account.head, pence)
        }
        return sums
    }

    private static func text(_ parts: (any CustomStringConvertible)?...) -> String {
        parts.map { $0?.description ?? "-" }.joined(separator: " ")
    }

    private func identity() -> [String] {
        let rows = sums { account in
            guard account.head.traits.set == .budget else { return nil }
            return Self.text(account.fund, account.year)
        }
        let authority: [Head] = [.fundingApproved, .overProgrammingAuthorised, .broughtForward]
        return rows.compactMap { key, row in
            let left = row.filter { authority.contains($0.key) }.values.reduce(0, +)
            let right = row.filter { !authority.contains($0.key) }.values.reduce(0, +)
            return left == right ? nil : "the Identity of \(key): \(left) is not \(right)"
        }
    }

    /// What left one year came into another, for each fund over all years.
    private func carried() -> [String] {
        let rows = sums { $0.fund?.description }
        return rows.compactMap { key, row in
            let (out, into) = (row[.carriedForward] ?? 0, row[.broughtForward] ?? 0)
            let most = out + (row[.budgetPrepared] ?? 0)
            return (out...most).contains(into)
                ? nil : "of \(key) \(out) is carried forward, \(into) brought"
        }
    }

    /// No income or expenditure stands in a closed accounting year.
    private func closedYears() -> [String] {
        balances.compactMap { account, pence in
            guard pence != 0, let year = account.accountingYear,
                closed.contains(year.description)
            else { return nil }
            return "\(account) is \(pence) after the close"
        }
    }

    /// The head an account counts as: what is set aside under a prepared entry counts as what it
    /// was taken from, where its key says what that was.
    private func counted(_ account: Account) -> Head {
        switch account.head {
        case .controlPrepared where account.instalment != nil: .paymentScheduled
        case .controlPrepared: .paid
        case .budgetPrepared where account.period != nil || account.mark != nil: .charged
        case .budgetPrepared: .committed
        default: account.head
        }
    }

    /// Ties 1 to 4, for each award, fund and year; own costs have no award.
    private func lines() -> [String] {
        var rows: [String: [Head: Int64]] = [:]
        for (account, pence) in balances where account.fund != nil {
            guard
                account.award != nil
                    || [.awardPayable, .paid, .controlPrepared].contains(account.head)
            else {
                continue
            }
            let key = Self.text(account.award, account.fund, account.year)
            rows[key, default: [:]][counted(account), default: 0] += Self.normal(
                account.head, pence)
        }
        return rows.flatMap { key, row in
            func of(_ head: Head) -> Int64 { row[head] ?? 0 }
            var broken: [String] = []
            let unpaid = of(.paymentScheduled) + of(.paymentReleased)
            if of(.awardPayable) != unpaid + of(.paid) + of(.paymentReturned) {
                broken.append("tie 1 of \(key)")
            }
            guard !key.hasPrefix("- ") else { return broken }
            let owed = of(.awardCreditors) + of(.accruedExpenditure)
            let cost = of(.paymentsOnAccount) + of(.charged) + of(.clawbackDebtors)
            if of(.paid) != cost - owed { broken.append("tie 2 of \(key)") }
            if unpaid + of(.paymentsOnAccount) > of(.committed) + owed {
                broken.append("tie 3 of \(key)")
            }
            if of(.paymentsOnAccount) > 0, of(.awardCreditors) > 0, !undone.contains(key) {
                broken.append("tie 4 of \(key)")
            }
            return broken
        }
    }

    /// Tie 5, for each grant and year.
    private func grants() -> [String] {
        let rows = sums { account in
            account.grant == nil || account.mark == .accrued
                ? nil : Self.text(account.grant, account.year)
        }
        let accrued = sums { account in
            account.mark == .accrued ? Self.text(account.grant, account.year) : nil
        }
        return rows.flatMap { key, row in
            func of(_ head: Head) -> Int64 { row[head] ?? 0 }
            func apart(_ head: Head) -> Int64 { accrued[key]?[head] ?? 0 }
            var broken: [String] = []
            let parts =
                of(.notYetEarned) + of(.earnedClaimable) + apart(.earnedClaimable) + of(.claimed)
                + of(.received) + of(.controlPrepared) + apart(.controlPrepared)
            if of(.claimCeiling) != parts { broken.append("tie 5 of \(key): the ceiling") }
            let earned = of(.earnedClaimable)...(of(.earnedClaimable) + of(.controlPrepared))
            if !earned.contains(of(.accruedGrantIncome)) {
                broken.append("tie 5 of \(key): what is earned")
            }
            let both =
                apart(
                    .earnedClaimable)...(apart(.earnedClaimable) + apart(.controlPrepared))
            if !both.contains(apart(.accruedGrantIncome)) {
                broken.append("tie 5 of \(key): what is accrued")
            }
            let claimed = of(.claimed)...(of(.claimed) + of(.controlPrepared))
            if !claimed.contains(of(.grantDebtors)) { broken.append("tie 5 of \(key): claims") }
            return broken
        }
    }

    /// Tie 6, for each round, project and year, and for the cap on the award in all.
    private func caps() -> [String] {
        var used: [String: Int64] = [:]
        var capped: Set<String> = []
        for (account, pence) in balances where account.head == .capSet && pence != 0 {
            capped.insert(Self.text(account.round, account.owner, account.year))
        }
        for (account, pence) in balances where account.head == .capUsed {
            used[Self.text(account.round, account.owner, account.year)] = -pence
        }
        var counted: [String: Int64] = [:]
        for (account, pence) in balances {
            guard [.reserved, .committed, .charged].contains(account.head),
                let round = account.round, let award = account.award
            else { continue }
            let project = bids[award] ?? award
            counted[Self.text(round, project, account.year), default: 0] -= pence
            counted[Self.text(round, project, nil as Code?), default: 0] -= pence
        }
        return counted.compactMap { key, pence in
            guard capped.contains(key), used[key] ?? 0 < pence else { return nil }
            return "tie 6 of \(key): \(used[key] ?? 0) used, \(pence) awarded"
        }
    }
}
