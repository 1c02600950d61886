/// Takes an accrual back in the year after it, dated 1 April, once its own year is closed.
///
/// Posts the opposite of the accrual, last first, income and expenditure in the new accounting year,
/// all else under the old key; what a final claim drew of the income stays earned. Then Dr awardCreditors / Cr paymentsOnAccount where both stand.
public struct ReverseAccrual: Act {
    /// Its kind.
    public static let kind = Kind.reverseAccrual
    /// The award.
    public var award: Code
    /// The period of the estimate.
    public var period: Period

    /// Creates the act.
    public init(award: Code, period: Period) { (self.award, self.period) = (award, period) }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        _ = try facts.known(Award.self, award)
        let estimate = try facts.look(Estimate.self, MonitoringReturn.key(award, period))
        guard estimate?.status == .accrued else {
            throw .no(
                .noAccrual, "No accrual of \(award) for \(period) stands.",
                remedy: "Nothing is left to do.", [.init("award", award), .init("period", period)])
        }
        let year = period.year
        guard try facts.isClosed(year) else {
            throw .no(
                .yearNotClosed, "\(year) is not closed yet, and its accruals stand until it is.",
                remedy: "almoner year close \(year) takes them back in the same commit.",
                [.init("year", year)])
        }
        guard occasion.date == year.next?.firstDay else {
            let day = year.next?.firstDay ?? year.lastDay
            throw .no(
                .unusualDate,
                "An accrual of \(year) is taken back on \(day.prose), not on "
                    + "\(occasion.date.prose).",
                remedy: "Date it so: --on \(day).", [.init("date", occasion.date)])
        }
        return try facts.takingBackAccrual(of: award, period, on: occasion.date)
    }
}

extension Facts {
    /// What takes the standing accrual of an award and period back on a day, supposed done; nothing
    /// where none stands.
    func takingBackAccrual(
        of award: Code, _ period: Period, on date: Day
    ) throws(Stop) -> Posting {
        let key = MonitoringReturn.key(award, period)
        guard try look(Estimate.self, key)?.accrual != nil,
            var estimate = try find(Estimate.self, key), estimate.status == .accrued,
            let number = estimate.accrual, let accrual = try entry(number)
        else { return Posting() }
        guard date >= accrual.date else {
            throw .no(
                .unusualDate,
                "What was accrued on \(accrual.date.prose) cannot be taken back before it.",
                remedy: "Date it \(accrual.date) or later.",
                [.init("date", date), .init("entry", number)])
        }
        let year = FinancialYear(containing: date)
        let (undrawn, puts) = try undrawn(of: accrual, estimate)
        var posting = Posting(undrawn.reversed().map { $0.reversed(in: year) }, puts: puts)
        try suppose(posting)
        let row = try known(Award.self, award)
        for line in posting.lines(of: award) {
            let owed = line.under(.awardCreditors)
            var cleared: [Transfer] = []
            cleared.move(
                min(try held(line, of: row), try amount(owed)), debit: owed,
                credit: row.holding(line, year))
            try suppose(Posting(cleared))
            posting.transfers += cleared
        }
        estimate.status = .reversed
        posting.puts.append(try put(estimate))
        return posting
    }

    /// What an accrual moved, less what a final claim drew of the income, which stays earned.
    private func undrawn(
        of accrual: Entry, _ estimate: Estimate
    ) throws(Stop) -> ([Transfer], [Put]) {
        var drawn: [Code: Money] = [:]
        var puts: [Put] = []
        let grants = Set(accrual.transfers.compactMap(\.debit.grant)).sorted()
        for grant in grants {
            for category in Set(estimate.spend.map(\.category)).sorted() {
                let source = ClaimLine.Source(
                    award: estimate.award, period: estimate.period, category: category)
                guard var earning = try look(Earning.self, Earning.key(grant, source)) else {
                    continue
                }
                drawn[grant, default: .zero] += earning.drawn ?? .zero
                guard earning.accrued != nil else { continue }
                earning.accrued = nil
                puts.append(try put(earning))
            }
        }
        var transfers: [Transfer] = []
        for transfer in accrual.transfers {
            let claimed = transfer.isAccruedIncome ? drawn[transfer.debit.grant ?? .general] : nil
            transfers.move(
                transfer.amount - min(transfer.amount, claimed ?? .zero), debit: transfer.debit,
                credit: transfer.credit)
        }
        return (transfers, puts)
    }

    /// The entries that took accruals of a year back and that nothing stands on, newest first: what
    /// is reversed before the year is opened again.
    public func accrualReversals(of year: FinancialYear) throws(Stop) -> [Int] {
        var numbers: [Int] = []
        for estimate in try all(Estimate.self)
        where estimate.period.year == year && estimate.status == .reversed {
            let row = Put(register: .estimate, key: estimate.key, row: nil, was: nil)
            guard let number = try writer(of: row), try entry(number)?.kind == .reverseAccrual,
                try reversal(of: number) == nil, try standing(on: number) == nil
            else { continue }
            numbers.append(number)
        }
        return numbers.sorted(by: >)
    }
}

extension Transfer {
    /// Whether it is income that an accrual earned, in control or in the accounts.
    fileprivate var isAccruedIncome: Bool {
        credit.head == .earnedClaimable || debit.head == .accruedGrantIncome
    }

    /// The same money moved back, income and expenditure in another accounting year.
    fileprivate func reversed(in year: FinancialYear) -> Transfer {
        func dated(_ account: Account) -> Account {
            account.accountingYear == nil ? account : account.with(\.accountingYear, year)
        }
        return Transfer(debit: dated(credit), credit: dated(debit), amount)
    }
}

extension Posting {
    /// The funds and years of an award whose charged cost it moves, in the order in which it does.
    fileprivate func lines(of award: Code) -> [Account] {
        var lines: [Account] = []
        for charged in transfers.flatMap({ [$0.debit, $0.credit] }) where charged.head == .charged {
            let line = Account(
                .paymentsOnAccount, fund: charged.fund, award: award, year: charged.year)
            if !lines.contains(line) { lines.append(line) }
        }
        return lines
    }
}
