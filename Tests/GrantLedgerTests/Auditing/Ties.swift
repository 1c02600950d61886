import GrantLedger

/// The Identity and the six ties of `DOMAIN.md` section 3, read from a ledger's own balances.
struct Ties {
    private let balances: [Account: Int64]
    private let bids: [Code: Code]
    private let undone: Set<String>

    /// What is broken, if anything; told which bid each award answers.
    ///
    /// Tie 4 need not hold on the lines that were undone: of which a cost or a payment was reversed,
    /// since a reversal posts the opposite and nothing else.
    static func broken(
        in balances: [Account: Int64], bids: [Code: Code], undone: Set<String>
    ) -> [String] {
        let ties = Ties(balances: balances, bids: bids, undone: undone)
        return ties.floors() + ties.sets() + ties.identity() + ties.lines() + ties.grants()
            + ties.caps()
    }

    private init(balances: [Account: Int64], bids: [Code: Code], undone: Set<String>) {
        (self.balances, self.bids, self.undone) = (balances, bids, undone)
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

    /// Ties 1 to 4, for each award, fund and year.
    private func lines() -> [String] {
        let rows = sums { account in
            guard account.award != nil, account.fund != nil else { return nil }
            return Self.text(account.award, account.fund, account.year)
        }
        return rows.flatMap { key, row in
            func of(_ head: Head) -> Int64 { row[head] ?? 0 }
            var broken: [String] = []
            let unpaid = of(.paymentScheduled) + of(.paymentReleased)
            if of(.awardPayable) != unpaid + of(.paid) + of(.paymentReturned) {
                broken.append("tie 1 of \(key)")
            }
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
            account.grant == nil ? nil : Self.text(account.grant, account.year)
        }
        return rows.flatMap { key, row in
            func of(_ head: Head) -> Int64 { row[head] ?? 0 }
            var broken: [String] = []
            let parts = of(.notYetEarned) + of(.earnedClaimable) + of(.claimed) + of(.received)
            if of(.claimCeiling) != parts { broken.append("tie 5 of \(key): the ceiling") }
            if of(.accruedGrantIncome) != of(.earnedClaimable) {
                broken.append("tie 5 of \(key): what is earned")
            }
            if of(.grantDebtors) != of(.claimed) { broken.append("tie 5 of \(key): claims") }
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
