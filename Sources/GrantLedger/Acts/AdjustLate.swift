/// Records an act in a closed year: numbered, authorised by a second person, listed in exceptions.
///
/// Posts what the act posts; the income and expenditure it moves in the closed accounting year goes
/// straight on to generalFund, as the close did, so that nothing stands there.
public struct AdjustLate: Act {
    /// Its kind.
    public static let kind = Kind.adjustLate
    /// The closed year.
    public var year: FinancialYear
    /// Who authorised it.
    public var authorisedBy: Note
    /// Why.
    public var reason: Note
    /// The kind of the act.
    public var asked: Kind
    /// What is asked.
    public var act: Canonical

    /// Creates the act that records another in a closed year.
    public init<Asked: Act>(
        _ act: Asked, in year: FinancialYear, authorisedBy: Note, reason: Note
    ) throws {
        (self.year, self.authorisedBy, self.reason) = (year, authorisedBy, reason)
        (asked, self.act) = (Asked.kind, try Canonical(act))
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        guard try facts.isShut(year), year.contains(occasion.date) else {
            throw .no(
                .yearNotClosed, "\(year) is not a closed year that \(occasion.date.prose) lies in.",
                remedy: "Record it as any other entry, or date it in the closed year.",
                [.init("year", year), .init("date", occasion.date)])
        }
        guard asked.isAdjustable else {
            throw .no(
                .notAdjustable, "\(asked.rawValue) is not recorded as a late adjustment.",
                remedy: "Record it by itself, as of an open year.", [.init("kind", asked.rawValue)])
        }
        let inner = try facts.reading { try asked.read(act) }
        let flags = try facts.checkPeople(inner, on: occasion)
        var posting = try inner.posting(given: facts, on: occasion)
        try facts.checkClosedYears(asked, posting, besides: year)
        posting.transfers += posting.transfers.passedOn(from: year)
        posting.puts.append(try facts.counting(year))
        posting.flags = flags + posting.flags + [.lateAdjustment]
        return posting
    }
}

extension Kind {
    /// Whether an act of this kind can be a late adjustment: not the close, nor what controls it.
    fileprivate var isAdjustable: Bool {
        switch self {
        case .openBook, .adoptBook, .recoverBook, .closeYear, .reopenYear, .adjustLate,
            .accrueReturn,
            .reverseAccrual, .prepareEntry, .decidePrepared, .enrolPerson, .setPolicy:
            false
        default: true
        }
    }
}

extension Facts {
    /// The year's row with one late adjustment more; nothing comes to rest on its entry, so that
    /// adjustments can be reversed in any order.
    fileprivate func counting(_ year: FinancialYear) throws(Stop) -> Put {
        var row = try look(YearEnd.self, year.description) ?? YearEnd(opened: year)
        row.adjustments += 1
        let counted = row
        let form = try reading { try Canonical(counted) }
        let put = Put(register: .year, key: row.key, row: form, was: nil)
        return Put(register: .year, key: row.key, row: form, was: try writer(of: put))
    }
}

extension [Transfer] {
    /// A: what they leave on income and expenditure of an accounting year, passed on to the general
    /// fund.
    fileprivate func passedOn(from year: FinancialYear) -> [Transfer] {
        var left: [Account: Int64] = [:]
        var order: [Account] = []
        for transfer in self {
            for (account, sign) in [(transfer.debit, Int64(1)), (transfer.credit, -1)]
            where account.accountingYear == year {
                if left[account] == nil { order.append(account) }
                left[account, default: 0] += sign * transfer.amount.pence
            }
        }
        var transfers: [Transfer] = []
        for account in order {
            let pence = left[account] ?? 0
            let general = Account(.generalFund)
            if pence > 0 {
                transfers.move(Money(pence: pence), debit: general, credit: account)
            } else {
                transfers.move(Money(pence: -pence), debit: account, credit: general)
            }
        }
        return transfers
    }
}
