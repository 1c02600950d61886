/// Closes a year: nothing is dated in it from then on but numbered adjustments.
///
/// Refused while unallocated, roundAvailable, budgetPrepared, reserved, committed or
/// overProgrammingAuthorised of the year is not nil, an entry dated in it waits for its second
/// person, an earlier year is open, or match or a minimum is short and not explained. Posts A, for
/// each account of the accounting year, Dr grantIncome, partnerContributions / Cr generalFund and Dr
/// generalFund / Cr awardExpenditure, turned round where the balance is the other way. Dated 31
/// March.
public struct CloseYear: Act {
    /// Its kind.
    public static let kind = Kind.closeYear
    /// The year.
    public var year: FinancialYear
    /// Why match that is required was not found, or a minimum not met.
    public var explanation: Note?

    /// Creates the act.
    public init(year: FinancialYear, explanation: Note? = nil) {
        (self.year, self.explanation) = (year, explanation)
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        guard occasion.date == year.lastDay else {
            throw .no(
                .yearNotOver,
                "\(year) closes on its last day, \(year.lastDay.prose), not on "
                    + "\(occasion.date.prose).",
                remedy: "Leave the date out.", [.init("year", year), .init("date", occasion.date)])
        }
        var row = try facts.find(YearEnd.self, year.description) ?? YearEnd(opened: year)
        guard row.status == .open else {
            throw .no(
                .yearClosed, "\(year) is closed already, by entry \(row.close ?? 0).",
                remedy: "Nothing is left to do.", [.init("year", year)])
        }
        let left = try YearStatus(year, facts)
        if let first = left.items.first(where: { $0.stands(explained: explanation != nil) }) {
            throw .refused(.notReady(year, first))
        }
        row.status = .closed
        row.close = facts.nextNumber
        row.explanation = explanation
        let what = Set(left.items.map(\.what))
        var flags: [Flag] = what.contains(.match) ? [.matchShort] : []
        if what.contains(.minimum) { flags.append(.minimumShort) }
        return Posting(
            try facts.emptying(year), puts: [try facts.put(row)], flags: flags)
    }
}

extension YearEnd {
    /// A year that was never closed.
    init(opened year: FinancialYear) {
        self.init(year: year, status: .open, adjustments: 0)
    }
}

extension Facts {
    /// A: income and expenditure of an accounting year, account by account, to the general fund.
    fileprivate func emptying(_ year: FinancialYear) throws(Stop) -> [Transfer] {
        var transfers: [Transfer] = []
        for head in [Head.grantIncome, .partnerContributions, .awardExpenditure] {
            for account in try accounts(Account(head).with(\.accountingYear, year)) {
                let general = Account(.generalFund)
                let held = try amount(account)
                let isDebit = head.traits.debitNormal == (held > .zero)
                transfers.move(
                    held > .zero ? held : -held, debit: isDebit ? general : account,
                    credit: isDebit ? account : general)
            }
        }
        return transfers
    }
}

extension Refusal {
    /// Something stands between the office and a closed year.
    fileprivate static func notReady(_ year: FinancialYear, _ first: YearStatus.Item) -> Refusal {
        let amount = first.amount.map { ", \($0)" } ?? ""
        return Refusal(
            .yearNotReady,
            "\(year) cannot be closed yet. First: \(first.what.rawValue), \(first.place)\(amount).",
            remedy: "\(first.command) clears it; almoner year status \(year) lists all there is.",
            [
                Detail("year", year), Detail("obstacle", first.what.rawValue),
                Detail("place", first.place),
            ] + (first.amount.map { [Detail("amount", $0)] } ?? []))
    }
}
