/// What a cap counts: a bid in a round, or an award made directly from it.
struct Project {
    let round: Round
    /// The bid or the award, set in an account that has neither.
    let key: (Account) -> Account

    init(round: Round, bid: Code) {
        self.round = round
        key = { $0.with(\.bid, bid) }
    }

    init(round: Round, award: Code) {
        self.round = round
        key = { $0.with(\.award, award) }
    }

    /// The cap on the project for a year, or in all.
    func headroom(_ year: FinancialYear?) -> Account {
        key(Account(.capHeadroom, round: round.code, year: year))
    }

    /// C: sets the round's caps for the project, where they are not yet.
    func setting(_ years: [FinancialYear], _ facts: Facts) throws(Stop) -> [Transfer] {
        var transfers: [Transfer] = []
        for (year, cap) in years.map({ (Optional($0), round.capPerYear) }) + [
            (nil, round.capPerAward)
        ] {
            guard let cap, try facts.amount(headroom(year).under(.capSet)) == .zero else {
                continue
            }
            transfers.move(cap, headroom(year), debit: .capSet, credit: .capHeadroom)
        }
        return transfers
    }

    /// C: uses headroom for an amount in a year, or gives it back where the amount is below nil.
    func using(_ amount: Money, in year: FinancialYear) -> [Transfer] {
        var transfers: [Transfer] = []
        for (year, cap) in [(Optional(year), round.capPerYear), (nil, round.capPerAward)]
        where cap != nil {
            if amount > .zero {
                transfers.move(amount, headroom(year), debit: .capHeadroom, credit: .capUsed)
            } else {
                transfers.move(-amount, headroom(year), debit: .capUsed, credit: .capHeadroom)
            }
        }
        return transfers
    }
}

extension Facts {
    /// The project an award is in a round, or nil where no round's money is in it.
    func project(of award: Award) throws(Stop) -> Project? {
        guard let code = award.round else { return nil }
        let round = try known(Round.self, code)
        if let bid = award.bid { return Project(round: round, bid: bid) }
        return Project(round: round, award: award.code)
    }
}
