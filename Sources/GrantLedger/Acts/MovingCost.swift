/// A charged cost that goes from one fund to another, with what was paid and is owed of it.
struct MovingCost {
    /// Where its authority came from, and goes back to.
    let from: Account
    /// Where its authority comes from now.
    let to: Account
    /// What it is the cost of.
    let source: ClaimLine.Source

    private func charged(_ home: Account) -> Account {
        home.under(.charged).with(\.award, source.award).with(\.category, source.category)
            .with(\.period, source.period)
    }

    private func payable(_ home: Account) -> Account {
        Account(.awardPayable, fund: home.fund, award: source.award, year: home.year)
    }

    /// What moving so much of it posts.
    func moved(
        _ amount: Money, _ facts: Facts, _ accountingYear: FinancialYear
    ) throws(Stop) -> (control: [Transfer], budget: [Transfer], actual: [Transfer]) {
        let (control, paid) = try payments(amount, facts)
        var budget: [Transfer] = []
        budget.move(amount, debit: charged(from), credit: from)
        budget.move(amount, debit: to, credit: charged(to))
        let old = payable(from).under(.awardCreditors)
        let new = payable(to).under(.awardCreditors)
        let owed = min(amount - paid, try facts.amount(old))
        guard paid + owed == amount else { throw .refused(waiting(amount, found: paid + owed)) }
        var row: Award?
        if let award = source.award { row = try facts.look(Award.self, award.description) }
        let settled = min(
            owed, try row.map { row throws(Stop) in try facts.held(new, of: row) } ?? .zero)
        var actual: [Transfer] = []
        actual.move(
            paid + owed, debit: new.under(.awardExpenditure).with(\.accountingYear, accountingYear),
            credit: old.under(.awardExpenditure).with(\.accountingYear, accountingYear))
        actual.move(
            settled, debit: old,
            credit: row?.holding(new, accountingYear) ?? new.under(.paymentsOnAccount))
        actual.move(owed - settled, debit: old, credit: new)
        return (control, budget, actual)
    }

    /// C: what was paid of it, then what is still to be paid, from one fund's line to the other's;
    /// and how much was paid.
    private func payments(
        _ amount: Money, _ facts: Facts
    ) throws(Stop) -> (transfers: [Transfer], paid: Money) {
        let (old, new) = (payable(from), payable(to))
        var transfers: [Transfer] = []
        var left = amount
        var paid = Money.zero
        for head in [Head.paid, .paymentReleased, .paymentScheduled] {
            for share in try shares(old.under(head), facts) where left > .zero {
                let part = min(left, share.amount)
                left -= part
                if head == .paid { paid += part }
                transfers.move(part, debit: share.account, credit: old)
                transfers.move(part, debit: new, credit: target(share.account, new))
            }
        }
        return (transfers, paid)
    }

    /// Part of what was paid is set aside for an entry that waits.
    private func waiting(_ amount: Money, found: Money) -> Refusal {
        Refusal(
            .moreThanPaid,
            "Of \(source) \(found) is paid or owed, \(amount) asked: \(amount - found) of it waits "
                + "for a second person.",
            remedy: "Decide first what waits: almoner prepared list.",
            [
                Refusal.Detail("line", source), Refusal.Detail("left", found),
                Refusal.Detail("asked", amount), Refusal.Detail("short", amount - found),
            ])
    }

    private func shares(_ account: Account, _ facts: Facts) throws(Stop) -> [Share] {
        guard source.award == nil else { return try facts.lines(account) }
        return [Share(account: account, amount: try facts.amount(account))]
    }

    /// The same account of the other line; in another year an instalment is not yet scheduled.
    private func target(_ account: Account, _ new: Account) -> Account {
        guard let instalment = account.instalment else { return new.under(account.head) }
        guard to.year != from.year else {
            return new.under(account.head).with(\.instalment, instalment)
        }
        return new.under(.paymentScheduled).with(\.instalment, 0)
    }
}
