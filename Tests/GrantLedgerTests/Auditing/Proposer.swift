import GrantLedger

/// Draws acts by chance, knowing from the auditor how the book stands, so that many are lawful.
struct Proposer {
    var random: Generator
    private var today = day("2019-04-01")
    private var used = 0
    let years = [year(2019), year(2020), year(2021)]
    let funds = ["OWN", "POCA", "ARR", "ADV"].map(code)
    let recipients = ["ORG-1", "ORG-2", "ORG-3"].map(code)
    let categories = ["STAFF", "TRAVEL"].map(code)

    init(seed: UInt64) { random = Generator(seed: seed) }

    /// A code not given out before; now and then one that was, and is free again.
    mutating func fresh(_ prefix: String, freed: Code? = nil) -> Code {
        if let freed, random.chance(30) { return freed }
        used += 1
        return code("\(prefix)\(used)")
    }

    /// An amount against a limit: mostly within it, sometimes the limit itself, a penny, a penny
    /// over, or far over.
    mutating func amount(_ limit: Int64) -> Money {
        let room = max(1, limit)
        let within = 1 + Int64(random.below(Int(room)))
        switch random.below(100) {
        case ..<52: return Money(pence: within)
        case ..<80: return Money(pence: room)
        case ..<87: return Money(pence: 1)
        case ..<95: return Money(pence: limit + 1)
        case ..<98: return Money(pence: room * 3 + 1_000)
        default: return Money(pence: max(1, room / 3))
        }
    }

    /// One year for many, all three for some.
    mutating func someYears() -> [FinancialYear] {
        random.chance(25) ? years : random.pick(years).map { [$0] } ?? years
    }

    /// The opening of every sequence.
    mutating func opening() -> [Proposal] {
        var acts: [any Act] = [OpenBook(name: words("Office of the Commissioner"))]
        for name in ["HOME-OFFICE", "ORG-1", "ORG-2", "ORG-3", "PARTNER"] {
            acts.append(AddOrganisation(code: code(name), name: words("Body \(name)")))
        }
        acts.append(AddArea(code: code("AREA"), name: words("An area")))
        acts.append(AddTheme(code: code("THEME"), name: words("A theme")))
        for category in categories {
            acts.append(AddCategory(code: category, name: words("Heading \(category)")))
        }
        let sources: [Fund.Source] = [.ownBudget, .proceedsOfCrime, .homeOffice, .homeOffice]
        for (fund, source) in zip(funds, sources) {
            acts.append(OpenFund(code: fund, title: words("Fund \(fund)"), source: source))
        }
        for fund in funds.prefix(2) {
            acts.append(ApproveFunding(fund: fund, profile: profile(80_000, 300_000)))
        }
        acts.append(grant("G-ARR", funds[2], .arrears, .confirmed))
        acts.append(grant("G-ADV", funds[3], .advance, .confirmed))
        if random.chance(40) { acts.append(grant("G-IND", funds[2], .arrears, .indicative)) }
        for (place, fund) in funds.enumerated() where place != 1 || random.chance(50) {
            acts.append(round(code("R-\(fund)"), fund, 40_000, 80_000))
        }
        return acts.map { Proposal(act: $0, day: today) }
    }

    private mutating func profile(_ least: Int, _ most: Int) -> Profile {
        years.map { year in
            let pence = least + random.below(most - least)
            return ProfileLine(year: year, amount: Money(pence: Int64(pence)))
        }
    }

    /// A grant for three years.
    mutating func grant(
        _ grant: String, _ fund: Code, _ basis: Grant.Basis, _ status: Standing
    ) -> AgreeGrant {
        let rule: MatchRule? = Percentage(hundredths: 3_000).flatMap { percent in
            guard random.chance(30) else { return nil }
            return MatchRule(percent: percent, base: random.one(of: .grant, .total))
        }
        return AgreeGrant(
            code: code(grant), funder: code("HOME-OFFICE"), fund: fund, title: words("A grant"),
            basis: basis, profile: profile(80_000, 250_000), status: status,
            underwrittenBy: random.chance(30) ? words("The reserve") : nil, match: rule)
    }

    /// A round with one of the four kinds of cap.
    mutating func round(_ round: Code, _ fund: Code, _ least: Int, _ most: Int) -> OpenRound {
        let offered = profile(least, most).prefix(random.chance(25) ? 2 : 3)
        let perYear = random.chance(50) ? Money(pence: 15_000 + Int64(random.below(30_000))) : nil
        let perAward = random.chance(40) ? Money(pence: 20_000 + Int64(random.below(60_000))) : nil
        return OpenRound(
            code: round, fund: fund, title: words("A round"), opens: day("2019-04-01"),
            closes: day("2019-12-31"), profile: Array(offered), capPerYear: perYear,
            capPerAward: perAward)
    }

    /// The next act, or nil where the one drawn has nothing to be about.
    mutating func next(_ auditor: Auditor) -> Proposal? {
        today = today.adding(days: random.below(15)) ?? today
        guard let act = draw(auditor) else { return nil }
        if let act = act as? ReverseEntry, auditor.done.indices.contains(act.entry - 1) {
            return Proposal(act: act, day: auditor.done[act.entry - 1].day)
        }
        guard random.chance(10) else { return Proposal(act: act, day: today) }
        let back = random.below(today.daysSince1970 - day("2019-04-01").daysSince1970 + 1)
        return Proposal(act: act, day: today.adding(days: -back) ?? today)
    }

    private mutating func draw(_ auditor: Auditor) -> (any Act)? {
        let view = View(auditor)
        var lots: [(weight: Int, family: Family)] = [
            (view.awards.count < 4 ? 16 : 4, .bids), (14, .money), (9, .reversal), (2, .facts),
            (3, .bidEnds),
        ]
        if view.awards.count < 6 { lots.append((view.openBids.isEmpty ? 6 : 18, .awards)) }
        if view.awards.contains(where: { !$0.row.isSigned }) { lots.append((18, .signing)) }
        if !view.awards.isEmpty { lots.append((9, .changes)) }
        if !view.signed.isEmpty { lots.append((38, .payments)) }
        if !view.signed.isEmpty { lots.append((40, .returns)) }
        var place = random.below(lots.reduce(0) { $0 + $1.weight })
        for lot in lots {
            place -= lot.weight
            if place < 0 { return act(of: lot.family, view) }
        }
        return nil
    }

    private enum Family {
        case bids, bidEnds, awards, signing, changes, payments, returns, money, reversal, facts
    }

    private mutating func act(of family: Family, _ view: View) -> (any Act)? {
        switch family {
        case .bids: logBid(view)
        case .bidEnds: endBid(view)
        case .awards: makeAward(view)
        case .signing: signAward(view)
        case .changes: changeAward(view)
        case .payments: payment(view)
        case .returns: monitoringReturn(view)
        case .money: money(view)
        case .reversal: reversal(view)
        case .facts: fact(view)
        }
    }
}
