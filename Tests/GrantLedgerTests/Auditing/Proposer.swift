import GrantLedger

/// Draws acts by chance, knowing from the auditor how the book stands, so that many are lawful.
struct Proposer {
    var random: Generator
    var today = day("2019-04-01")
    private var used = 0
    private(set) var steps = 0
    /// Whether the sequence is a life: few funds, a year driven to its close, and what follows.
    let isLife: Bool
    /// Whether people are enrolled, and above which amount two are needed.
    let hasPeople: Bool
    let years: [FinancialYear]
    let funds: [Code]
    let recipients = ["ORG-1", "ORG-2", "ORG-3"].map(code)
    let categories = ["STAFF", "TRAVEL"].map(code)

    init(seed: UInt64) {
        random = Generator(seed: seed)
        isLife = random.chance(45)
        hasPeople = random.chance(20)
        years = (isLife ? [2019, 2020] : [2019, 2020, 2021]).map(year)
        let all = ["OWN", "POCA", "ARR", "ADV", "PART"]
        let few = [
            ["OWN", "ARR"], ["OWN", "ADV"], ["OWN", "ARR", "PART"], ["OWN", "ARR", "ADV"],
        ]
        funds = (isLife ? random.pick(few) ?? all : all).map(code)
    }

    /// How many acts a sequence has for one of ordinary length.
    func count(of acts: Int) -> Int { isLife ? acts * 9 / 4 : acts }

    /// Funds fed by grants, and those that are not.
    var granted: [Code] { funds.filter { ["ARR", "ADV"].contains($0.description) } }
    var own: [Code] { funds.filter { ["OWN", "POCA"].contains($0.description) } }

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
        let sources: [String: Fund.Source] = [
            "OWN": .ownBudget, "POCA": .proceedsOfCrime, "PART": .partner,
        ]
        for fund in funds {
            acts.append(
                OpenFund(
                    code: fund, title: words("Fund \(fund)"),
                    source: sources[fund.description] ?? .homeOffice))
        }
        for fund in own {
            acts.append(ApproveFunding(fund: fund, profile: profile(80_000, 300_000)))
        }
        for fund in granted {
            let basis: Grant.Basis = fund == code("ARR") ? .arrears : .advance
            acts.append(grant("G-\(fund)", fund, basis, .confirmed))
        }
        if funds.contains(code("ARR")), random.chance(isLife ? 15 : 40) {
            acts.append(grant("G-IND", code("ARR"), .arrears, .indicative))
        }
        if funds.contains(code("PART")) {
            for year in years {
                acts.append(
                    ReceiveContribution(
                        fund: code("PART"), year: year, amount: pence(50_000, 120_000),
                        from: code("PARTNER")))
            }
        }
        for (place, fund) in funds.enumerated() where place != 1 || isLife || random.chance(50) {
            acts.append(round(code("R-\(fund)"), fund, 30_000, 45_000))
        }
        if random.chance(30) {
            acts.append(
                OpenBalances(lines: [
                    OpenBalances.Line(account: Account(.bank), amount: pence(1, 900_000)),
                    OpenBalances.Line(
                        account: Account(.earmarkedReserve, fund: funds[0]),
                        amount: pence(1, 90_000)),
                ]))
        }
        if random.chance(35) { acts.append(policy("accruals-in-final-claim", "yes")) }
        if random.chance(10) { acts.append(policy("principal", "no")) }
        if hasPeople { acts += people() }
        return acts.map { Proposal(act: $0, day: today) }
    }

    private func policy(_ name: String, _ value: String) -> SetPolicy {
        SetPolicy(
            name: words(name), value: words(value), from: day("2019-04-01"),
            reason: words("As agreed"))
    }

    private mutating func profile(_ least: Int, _ most: Int) -> Profile {
        years.map { year in
            let pence = least + random.below(most - least)
            return ProfileLine(year: year, amount: Money(pence: Int64(pence)))
        }
    }

    /// An amount between two numbers of pence.
    mutating func pence(_ least: Int, _ most: Int) -> Money {
        Money(pence: Int64(least + random.below(most - least)))
    }

    /// A grant for all years.
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
            underwrittenBy: random.chance(30) ? words("The reserve") : nil, match: rule,
            isUnconditional: basis == .advance && random.chance(12) ? true : nil,
            partners: random.chance(40)
                ? [PartnerShare(organisation: code("PARTNER"), amount: pence(1, 50_000))] : nil)
    }

    /// A round with one of the four kinds of cap.
    mutating func round(_ round: Code, _ fund: Code, _ least: Int, _ most: Int) -> OpenRound {
        let offered = profile(least, most).prefix(random.chance(25) ? 2 : 3)
        let perYear = random.chance(50) ? Money(pence: 15_000 + Int64(random.below(30_000))) : nil
        let perAward = random.chance(40) ? Money(pence: 20_000 + Int64(random.below(60_000))) : nil
        return OpenRound(
            code: round, fund: fund, title: words("A round"), opens: day("2019-04-01"),
            closes: day("2019-12-31"), profile: Array(offered), capPerYear: perYear,
            capPerAward: perAward, match: random.chance(25) ? matchRule() : nil)
    }

    private mutating func matchRule() -> MatchRule? {
        Percentage(hundredths: 2_500).map {
            MatchRule(
                percent: $0, base: random.one(of: .grant, .total),
                rounding: random.one(of: .penny, .pound))
        }
    }

    /// The next act, or nil where the one drawn has nothing to be about.
    mutating func next(_ auditor: Auditor) -> Proposal? {
        steps += 1
        let view = View(auditor)
        guard let act = isLife ? drawOfLife(view) : draw(view) else { return nil }
        return proposal(of: act, view)
    }

    /// Draws an act of some family, by weights that follow how the book stands.
    mutating func draw(_ view: View) -> (any Act)? {
        var lots: [(weight: Int, family: Family)] = [
            (view.awards.count < 4 ? 16 : 4, .bids), (12, .money), (9, .reversal), (2, .facts),
            (3, .bidEnds), (10, .income), (6, .costs), (2, .yearEnd),
            (view.claims.isEmpty ? 5 : 16, .claims), (5, .match), (7, .exchange),
        ]
        if view.awards.count < 6 { lots.append((view.openBids.isEmpty ? 6 : 18, .awards)) }
        if view.awards.contains(where: { !$0.row.isSigned }) { lots.append((18, .signing)) }
        if !view.awards.isEmpty { lots.append((9, .changes)) }
        if !view.signed.isEmpty {
            lots += [(36, .payments), (36, .returns), (14, .later), (10, .clawbacks)]
            lots.append((8, .accruals))
        }
        if hasPeople { lots.append((view.waiting.isEmpty ? 3 : 70, .people)) }
        var place = random.below(lots.reduce(0) { $0 + $1.weight })
        for lot in lots {
            place -= lot.weight
            if place < 0 { return act(of: lot.family, view) }
        }
        return nil
    }

    private enum Family {
        case bids, bidEnds, awards, signing, changes, payments, returns, money, reversal, facts
        case income, costs, claims, match, later, clawbacks, accruals, yearEnd, people, exchange
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
        case .income: income(view)
        case .costs: ownCost(view)
        case .claims: claim(view)
        case .match: match(view)
        case .later: later(view)
        case .clawbacks: clawback(view)
        case .accruals: accrual(view)
        case .yearEnd: yearEnd(view)
        case .people: twoPeople(view)
        case .exchange: exchange(view)
        }
    }
}
