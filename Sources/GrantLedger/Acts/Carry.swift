/// A line of an award that money is carried out of into a later year: what can go, and how.
struct Carry {
    private let award: Award
    private let from: FundYear
    private let to: FundYear
    private let later: FinancialYear
    private var clawed = Money.zero
    private var unscheduled = Money.zero
    private let shares: [Share]
    /// The most that can be carried: what is committed and not on the schedule of payments.
    private(set) var able: Money

    init(
        _ award: Award, _ shares: [Share], from: FundYear, to: FundYear, later: FinancialYear,
        _ facts: Facts
    ) throws(Stop) {
        (self.award, self.shares, self.from, self.to) = (award, shares, from, to)
        self.later = later
        able = shares.map(\.amount).total
        guard award.status == .signed else { return }
        clawed = try facts.clawedBack(from, of: award)
        unscheduled = try facts.amount(from.unscheduled)
        let held = try facts.held(from.payable, of: award)
        able = min(able, clawed + unscheduled + held)
    }

    /// C: the cap of the later year is used instead of the earlier's, and raised where it is short.
    ///
    /// The consent authorises that. The cap in all stands as it was.
    func cap(_ amount: Money, _ facts: Facts) throws(Stop) -> [Transfer] {
        guard let project = from.project, project.round.capPerYear != nil,
            let year = from.payable.year
        else { return [] }
        var transfers =
            project.round.years.contains(later) ? try project.setting([later], facts) : []
        let earlier = project.headroom(year)
        let headroom = project.headroom(later)
        let set = transfers.filter { $0.credit == headroom }.map(\.amount).total
        let left = try facts.amount(headroom) + set
        transfers.move(
            max(amount - left, .zero), headroom, debit: .capSet, credit: .capHeadroom)
        transfers.move(amount, earlier, debit: .capUsed, credit: .capHeadroom)
        transfers.move(amount, headroom, debit: .capHeadroom, credit: .capUsed)
        return transfers
    }

    /// C and A: what is unpaid first, then what the recipient holds, which is not paid again; what
    /// was clawed back is to be paid.
    func payables(
        _ amount: Money, _ facts: Facts, _ accountingYear: FinancialYear
    ) throws(Stop) -> [Transfer] {
        guard award.status == .signed else { return [] }
        let clawed = min(amount, clawed)
        let unpaid = min(amount - clawed, unscheduled)
        let held = amount - clawed - unpaid
        var control: [Transfer] = []
        control.move(unpaid, debit: from.unscheduled, credit: from.payable)
        control.move(unpaid + clawed, debit: to.payable, credit: to.unscheduled)
        control.move(held, from.payable, debit: .paid, credit: .awardPayable)
        control.move(held, to.payable, debit: .awardPayable, credit: .paid)
        let onAccount = award.holding(to.payable, accountingYear)
        let owed = to.payable.under(.awardCreditors)
        var actual: [Transfer] = []
        actual.move(held, debit: onAccount, credit: award.holding(from.payable, accountingYear))
        actual.move(min(held, try facts.amount(owed)), debit: owed, credit: onAccount)
        return control + actual
    }

    /// B: out of the one year, where it stays as carried forward, and into the other.
    func budget(_ amount: Money) -> [Transfer] {
        var left = shares
        let parts = left.take(amount)
        var transfers: [Transfer] = []
        for (account, amount) in parts {
            transfers.move(
                amount, debit: account,
                credit: account.under(.carriedForward).with(\.category, nil))
        }
        for (account, amount) in parts {
            let arrived = account.with(\.year, later)
            transfers.move(
                amount, debit: arrived.under(.broughtForward).with(\.category, nil),
                credit: arrived)
        }
        return transfers
    }

    /// M: the match still to be found follows its money; what is met already stays met, and is not
    /// asked for again.
    func match(_ amount: Money, _ facts: Facts) throws(Stop) -> [Transfer] {
        guard let year = from.payable.year else { return [] }
        let less = try facts.matchDifference(of: award, from, by: -amount)
        let more = try facts.matchDifference(of: award, to, by: amount)
        return try facts.matchCarried(
            less: -less, more: more, Requirement(award: award.code, year: year),
            Requirement(award: award.code, year: later))
    }
}

extension Facts {
    /// M: a requirement that moves from a year to a later one, less what is already met of it.
    func matchCarried(
        less: Money, more: Money, _ earlier: Requirement, _ later: Requirement
    ) throws(Stop) -> [Transfer] {
        let down = try earlier.changed(by: -less, self)
        let met = less - down.map(\.amount).total
        return down + (try later.changed(by: max(more - met, .zero), self))
    }

    /// C, A and M, and the rows: what the grants of a fund have not yet earned follows money that
    /// is carried, oldest first, with what was received ahead of it.
    func grantsCarried(
        _ amount: Money, fund: Code, from: FinancialYear, to: FinancialYear
    ) throws(Stop) -> Posting {
        var posting = Posting()
        var left = amount
        let pot = try known(Fund.self, fund)
        if pot.source == .partner {
            let held = Account(.receiptsInAdvance, fund: fund, year: from)
            posting.transfers.move(
                min(amount, try self.amount(held)), debit: held, credit: held.with(\.year, to))
        }
        for code in pot.grants {
            let unearned = Account(.notYetEarned, grant: code, year: from)
            let part = min(left, try self.amount(unearned))
            guard part > .zero else { continue }
            left -= part
            var grant = try known(Grant.self, code)
            posting.transfers.move(part, unearned, debit: .notYetEarned, credit: .claimCeiling)
            posting.transfers.move(
                part, unearned.with(\.year, to), debit: .claimCeiling, credit: .notYetEarned)
            let ahead = unearned.under(.receiptsInAdvance)
            posting.transfers.move(
                min(part, try self.amount(ahead)), debit: ahead, credit: ahead.with(\.year, to))
            if let rule = grant.match {
                let (before, after) = (grant.profile.amount(in: from), grant.profile.amount(in: to))
                posting.transfers += try matchCarried(
                    less: rule.required(for: before) - rule.required(for: before - part),
                    more: rule.required(for: after + part) - rule.required(for: after),
                    Requirement(grant: code, year: from), Requirement(grant: code, year: to))
            }
            grant.profile += [
                ProfileLine(year: from, amount: -part), ProfileLine(year: to, amount: part),
            ]
            posting.puts.append(try put(grant))
        }
        return posting
    }
}

extension FinancialYear {
    /// Checks that money is carried into a later year than this.
    func checkBefore(_ later: FinancialYear) throws(Stop) {
        guard later <= self else { return }
        throw .no(
            .yearsBackwards, "Money of \(self) would be carried into \(later), no later year.",
            remedy: "Name the year it comes from, then the later one it goes to.",
            [.init("from", self), .init("to", later)])
    }
}
