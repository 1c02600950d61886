extension Award {
    /// Where the accounts keep what the recipient holds of a line: on account; expensed on payment,
    /// it is an expense of the entry's year already.
    func holding(_ line: Account, _ accountingYear: FinancialYear) -> Account {
        switch expense ?? .acceptedReturn {
        case .acceptedReturn: line.under(.paymentsOnAccount)
        case .payment: line.under(.awardExpenditure).with(\.accountingYear, accountingYear)
        }
    }
}

extension Facts {
    /// What the recipient holds of an award's fund and year: paid, and neither accepted, accrued,
    /// nor asked back.
    ///
    /// Expensed on payment it is no balance of its own, but follows from those that it ties to:
    /// paid + awardCreditors + accruedExpenditure − charged − clawbackDebtors.
    ///
    /// - Parameters:
    ///   - line: an account of the award, fund and year, of any head.
    ///   - award: the award.
    /// - Returns: an amount from nil.
    /// - Throws: a fact that could not be read.
    func held(_ line: Account, of award: Award) throws(Stop) -> Money {
        guard award.expense == .payment else { return try amount(line.under(.paymentsOnAccount)) }
        var sum = Money.zero
        for head in [Head.paid, .awardCreditors, .accruedExpenditure] {
            sum += try amount(line.under(head))
        }
        sum -= try amount(line.under(.clawbackDebtors))
        sum -= try lines(line.under(.charged)).map(\.amount).total
        return max(sum, .zero)
    }

    /// What the recipient holds of each fund and year of an award, as far as it is anything.
    func held(
        of award: Award, fund: Code? = nil, year: FinancialYear? = nil
    ) throws(Stop) -> [Share] {
        let onAccount = Account(.paymentsOnAccount, fund: fund, award: award.code, year: year)
        guard award.expense == .payment else { return try lines(onAccount) }
        var shares: [Share] = []
        for paid in try accounts(onAccount.under(.paid)) {
            let held = try held(paid, of: award)
            guard held > .zero else { continue }
            shares.append(Share(account: paid.under(.paymentsOnAccount), amount: held))
        }
        return shares
    }

    /// What is committed to a line that the recipient neither holds nor is still to be paid: clawed
    /// back, free to lapse or to be carried.
    func clawedBack(_ line: FundYear, of award: Award) throws(Stop) -> Money {
        max(-(try beyondCommitment(line.payable, of: award)), .zero)
    }

    /// What a recipient holds and is still to be paid of a line, less what is committed and owed to
    /// it; what waits for a second person counts as what it was set aside from.
    func beyondCommitment(_ line: Account, of award: Award) throws(Stop) -> Money {
        var sum = try held(line, of: award)
        for head in [Head.paymentScheduled, .paymentReleased] {
            sum += try lines(line.under(head)).map(\.amount).total
        }
        for head in [Head.committed, .awardCreditors, .accruedExpenditure] {
            sum -= try lines(line.under(head)).map(\.amount).total
        }
        for payment in try lines(line.under(.controlPrepared))
        where payment.account.instalment != nil {
            sum += payment.amount
        }
        for commitment in try lines(line.under(.budgetPrepared))
        where commitment.account.period == nil && commitment.account.mark == nil {
            sum -= commitment.amount
        }
        return sum
    }
}
