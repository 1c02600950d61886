/// Carries an award's unspent money into a later year, by consent.
///
/// Posts C the cap: Dr capUsed / Cr capHeadroom of the earlier year, Dr capHeadroom / Cr capUsed of
/// the later, raised first where it is short (Dr capSet / Cr capHeadroom): the consent is authority
/// for that. What is unpaid goes first, Dr paymentScheduled[0] / Cr awardPayable of the earlier, Dr
/// awardPayable / Cr paymentScheduled[0] of the later; what the recipient holds the same with paid,
/// so that it is not paid again; what was clawed back and has not lapsed is to be paid in the later.
/// B Dr committed / Cr carriedForward, which stays, and Dr broughtForward / Cr committed of the
/// later. A what is held Dr paymentsOnAccount of the later / Cr of the earlier, then Dr
/// awardCreditors / Cr paymentsOnAccount where both stand.
///
/// The grants of the fund follow, oldest first: C Dr notYetEarned / Cr claimCeiling of the earlier
/// year, Dr claimCeiling / Cr notYetEarned of the later; A receiptsInAdvance as far as held; M what
/// match is still to be found. Unsigned, what is reserved is carried, and nothing is payable.
public struct CarryAward: Act {
    /// Its kind.
    public static let kind = Kind.carryAward
    /// The award.
    public var award: Code
    /// The fund; every one, by what each can carry, where absent.
    public var fund: Code?
    /// Out of which year.
    public var from: FinancialYear
    /// Into which year.
    public var to: FinancialYear
    /// How much.
    public var amount: Money
    /// The funder's or the office's consent, by its reference.
    public var consent: Note

    /// Creates the act.
    public init(
        award: Code, fund: Code? = nil, from: FinancialYear, to: FinancialYear, amount: Money,
        consent: Note
    ) {
        self.award = award
        self.fund = fund
        self.from = from
        self.to = to
        self.amount = amount
        self.consent = consent
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let row = try facts.known(Award.self, award)
        try facts.check(Fund.self, fund)
        try amount.checkPositive()
        try row.checkNotEnded()
        try from.checkBefore(to)
        let lines = try carries(row, facts)
        let able = lines.map(\.carry.able)
        guard amount <= able.total else {
            throw .refused(try refusal(row, able: able.total, facts, on: occasion.date))
        }
        var posting = Posting()
        for (line, part) in zip(lines, amount.split(over: able)) where part > .zero {
            let carry = line.carry
            var moved = Posting(try carry.cap(part, facts))
            moved.transfers +=
                try carry.payables(
                    part, facts, FinancialYear(containing: occasion.date)) + carry.budget(part)
            moved.transfers += try carry.match(part, facts)
            moved.add(try facts.grantsCarried(part, fund: line.fund, from: from, to: to))
            try facts.suppose(moved)
            posting.add(moved)
        }
        return posting.ordered
    }

    private func carries(
        _ row: Award, _ facts: Facts
    ) throws(Stop) -> [(fund: Code, carry: Carry)] {
        let head: Head = row.status == .signed ? .committed : .reserved
        let shares = try facts.lines(Account(head, fund: fund, award: award, year: from))
        var lines: [(fund: Code, carry: Carry)] = []
        for fund in Set(shares.compactMap(\.account.fund)).sorted() {
            let carry = try Carry(
                row, shares.filter { $0.account.fund == fund },
                from: facts.line(of: row, fund, from), to: facts.line(of: row, fund, to),
                later: to, facts)
            lines.append((fund, carry))
        }
        return lines
    }

    /// Says what stands in the way: too little is left, or it is on the schedule of payments.
    private func refusal(
        _ row: Award, able: Money, _ facts: Facts, on date: Day
    ) throws(Stop) -> Refusal {
        let head: Head = row.status == .signed ? .committed : .reserved
        let limit = Account(head, fund: fund, award: award, year: from)
        let left = try facts.lines(limit).map(\.amount).total
        guard amount <= left else {
            return .floor(limit, available: left, asked: amount, on: date)
        }
        return Refusal(
            .moreThanUnscheduled,
            "Of \(award) in \(from) \(able) can be carried; \(amount) asked: \(left - able) is "
                + "scheduled for payment in that year.",
            remedy:
                "Withdraw unpaid instalments first: almoner instalment withdraw \(award).",
            [
                .init("award", award), .init("year", from), .init("left", able),
                .init("asked", amount), .init("scheduled", left - able),
            ])
    }
}
