import GrantExchange
import GrantLedger
import GrantStore

extension Reading {
    /// A report as at a day, with whether the office was a single-person one on it.
    func told(_ page: Page, _ day: Day) throws -> Page {
        var page = page
        page.envelope.isSinglePerson = try facts.policies(on: day).isSinglePerson
        return page
    }

    /// The awards that bear money of some funds.
    func awards(of funds: [Code]) throws -> Set<Code> {
        guard !funds.isEmpty else { return [] }
        return Set(
            try facts.all(Award.self).filter { award in
                funds.contains(award.fund)
                    || award.profile.contains { $0.fund.map(funds.contains) ?? false }
            }.map(\.code))
    }

    /// The funds, their rounds and bids, and their awards: what an entry about them may name.
    func things(of funds: [Code]) throws -> Set<Code> {
        guard !funds.isEmpty else { return [] }
        let rounds = Set(
            try facts.all(Round.self).filter { funds.contains($0.fund) }.map(\.code))
        let bids = try facts.all(Bid.self).filter { rounds.contains($0.round) }.map(\.code)
        return try awards(of: funds).union(funds).union(rounds).union(bids)
    }
}

extension ReportOptions {
    /// The awards and grants that the filters let through, by their codes; nil where they let all.
    func wanted(
        _ reading: Reading, _ question: SpendQuestion, grants: [Code]
    ) throws -> Set<Code>? {
        for code in grants { _ = try reading.known(Grant.self, code) }
        let asksAwards = question.namesAwards || !question.rounds.isEmpty
        guard asksAwards || !question.funds.isEmpty || !grants.isEmpty else { return nil }
        var wanted = Set(grants)
        if asksAwards || !question.funds.isEmpty {
            let awards = try reading.reader.rows(Award.self)
            wanted.formUnion(awards.filter(filter.takes).map(\.code))
        }
        if !asksAwards, grants.isEmpty {
            let fed = try reading.reader.rows(Grant.self)
            wanted.formUnion(fed.filter { question.funds.contains($0.fund) }.map(\.code))
        }
        return wanted
    }
}
