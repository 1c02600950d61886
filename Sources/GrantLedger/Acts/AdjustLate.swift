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
        guard var row = try facts.find(YearEnd.self, year.description), row.status == .closed,
            year.contains(occasion.date)
        else {
            throw .no(
                .yearNotClosed, "\(year) is not a closed year that \(occasion.date.prose) lies in.",
                remedy: "Record it as any other entry, or date it in the closed year.",
                [.init("year", year), .init("date", occasion.date)])
        }
        let inner = try facts.reading { try asked.read(act) }
        var posting = try inner.posting(given: facts, on: occasion)
        posting.transfers += try posting.transfers.passedOn(from: year)
        row.adjustments += 1
        posting.puts.append(try facts.put(row))
        posting.flags.append(.lateAdjustment)
        return posting
    }
}

extension [Transfer] {
    /// A: what they leave on income and expenditure of an accounting year, passed on to the general
    /// fund.
    func passedOn(from year: FinancialYear) throws(Stop) -> [Transfer] {
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
