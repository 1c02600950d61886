import GrantLedger

extension Proposer {
    /// A limit to aim at: mostly the least of several, sometimes another.
    private mutating func aim(_ limits: [Int64]) -> Int64 {
        let least = limits.min() ?? 10_000
        guard random.chance(25) else { return least }
        return random.pick(limits) ?? least
    }

    private mutating func lines(
        _ view: View, _ round: Code?, _ project: String?, fund: Code?
    ) -> Profile {
        someYears().map { year in
            var limits: [Int64] = []
            if let round { limits = view.room(round, project, year) }
            if let fund, round == nil {
                limits = [
                    view.sum(
                        "unallocated",
                        ["fund": fund.description, "year": year.description])
                ]
            }
            let most = aim(limits)
            return ProfileLine(year: year, amount: amount(min(most, most / 2 + 12_000)))
        }
    }

    mutating func logBid(_ view: View) -> (any Act)? {
        guard let round = random.pick(view.rounds) else { return nil }
        var profile = lines(view, round.code, nil, fund: nil)
        if random.chance(3) { profile[0].year = year(2030) }
        let isTaken = random.chance(3) && !view.bids.isEmpty
        let offer = MatchOffer(
            from: code(random.chance(15) ? "HOME-OFFICE" : "PARTNER"),
            kind: random.one(of: .cash, .inKind), year: profile[0].year,
            amount: Money(pence: 1 + Int64(random.below(9_000))))
        let total = profile.total + Money(pence: random.chance(3) ? 5 : 0)
        return LogBid(
            code: isTaken ? view.bids[0].code : fresh("B", freed: view.freed("bid")),
            round: random.chance(2) ? code("NO-ROUND") : round.code,
            applicant: random.pick(recipients) ?? recipients[0], title: words("A bid"),
            profile: profile, total: random.chance(30) ? total : nil,
            match: random.chance(20) ? [offer] : [],
            area: random.chance(20) ? code("AREA") : nil)
    }

    mutating func endBid(_ view: View) -> (any Act)? {
        guard let bid = random.pick(random.chance(80) ? view.openBids : view.bids) else {
            return nil
        }
        if random.chance(30) { return WithdrawBid(bid: bid.code, reason: words("Taken back")) }
        let outcome = random.one(
            of: DecideBid.Outcome.decline, DecideBid.Outcome.defer, DecideBid.Outcome.reserveList)
        return DecideBid(bid: bid.code, outcome: outcome, reason: words("As decided"))
    }

    mutating func makeAward(_ view: View) -> (any Act)? {
        let bids = random.chance(92) ? view.openBids : view.bids
        if random.chance(65), let bid = random.pick(bids) { return fromBid(view, bid) }
        let recipient = random.pick(recipients) ?? recipients[0]
        let fromRound = random.chance(50)
        let round = fromRound ? random.pick(view.rounds)?.code : nil
        let fund = round == nil ? random.pick(funds) : nil
        var profile = lines(view, round, nil, fund: fund)
        if random.chance(35) { share(&profile, view) }
        return MakeAward(
            code: fresh("W", freed: view.freed("award")), round: round, fund: fund,
            recipient: recipient, title: words("An award"), profile: withCategories(profile))
    }

    private mutating func fromBid(
        _ view: View, _ bid: (code: Code, row: Auditor.BidRow)
    ) -> any Act {
        let isTaken = random.chance(3) && !view.awards.isEmpty
        let award = isTaken ? view.awards[0].code : fresh("W", freed: view.freed("award"))
        if random.chance(30) { return MakeAward(code: award, bid: bid.code) }
        guard let round = Code(bid.row.round) else { return MakeAward(code: award, bid: bid.code) }
        var profile = lines(view, round, bid.code.description, fund: nil)
        if random.chance(25) { share(&profile, view) }
        let total = profile.total + Money(pence: random.chance(4) ? 5 : 0)
        return MakeAward(
            code: award, bid: bid.code, profile: withCategories(profile),
            total: random.chance(30) ? total : nil)
    }

    /// Adds lines that other funds bear.
    private mutating func share(_ profile: inout Profile, _ view: View) {
        let more = profile.compactMap { line -> ProfileLine? in
            guard random.chance(70), let fund = random.pick(funds) else { return nil }
            let left = view.sum(
                "unallocated", ["fund": fund.description, "year": line.year.description])
            return ProfileLine(fund: fund, year: line.year, amount: amount(min(left, 15_000)))
        }
        profile += more
    }

    /// Parts each line over two categories, sometimes.
    private mutating func withCategories(_ profile: Profile) -> Profile {
        random.chance(25) ? parted(profile) : profile
    }

    private func parted(_ profile: Profile) -> Profile {
        profile.flatMap { line -> Profile in
            let first = line.amount.pence / 3
            var parts: Profile = []
            for (category, pence) in zip(categories, [first, line.amount.pence - first]) {
                var part = line
                part.category = category
                part.amount = Money(pence: pence)
                if pence > 0 { parts.append(part) }
            }
            return parts
        }
    }

    mutating func signAward(_ view: View) -> (any Act)? {
        let unsigned = view.awards.filter { !$0.row.isSigned }
        guard let award = random.pick(random.chance(95) ? unsigned : view.awards) else {
            return nil
        }
        var profile: Profile?
        if random.chance(30), !award.row.hasCategories {
            profile = parted(award.row.profile)
            if random.chance(15), let last = profile?.indices.last {
                profile?[last].amount += Money(pence: 5)
            }
        }
        return SignAward(
            award: award.code, profile: profile,
            returns: random.one(of: .yearly, .quarterly, .halfYearly),
            virementTolerance: random.chance(40) ? Percentage(hundredths: 1_000) : nil)
    }

    mutating func changeAward(_ view: View) -> (any Act)? {
        guard let award = random.pick(view.awards) else { return nil }
        let year = random.pick(view.years(of: award.code)) ?? years[0]
        let code = award.code.description
        let head = award.row.isSigned ? "paymentScheduled" : "reserved"
        var parts = ["award": code, "year": year.description]
        if award.row.isSigned { parts["instalment"] = "0" }
        let free = view.sum(head, parts)
        switch random.below(10) {
        case ..<3:
            return LapseAward(
                award: award.code, year: year, amount: random.chance(40) ? nil : amount(free),
                reason: words("Not needed"))
        case ..<5 where award.row.round != nil:
            let isTotal = random.chance(40)
            return ExceptCap(
                project: award.code, year: isTotal ? nil : year, amount: amount(9_000),
                authorisedBy: authority(), reason: words("Exceptional"))
        case ..<6 where !view.openBids.isEmpty:
            return ExceptCap(
                project: view.openBids[0].code, year: random.chance(40) ? nil : year,
                amount: amount(9_000), authorisedBy: authority(),
                reason: words("Exceptional"))
        default:
            return vary(view, award, year, free)
        }
    }

    private mutating func vary(
        _ view: View, _ award: (code: Code, row: Auditor.AwardRow), _ year: FinancialYear,
        _ free: Int64
    ) -> any Act {
        let category = award.row.hasCategories && random.chance(92) ? random.pick(categories) : nil
        let fund = random.chance(15) ? random.pick(funds) : nil
        let isDown = random.chance(45)
        var limit = free
        if !isDown {
            let source = fund?.description ?? award.row.fund
            let isOfRound = award.row.round.map { round in
                view.rounds.contains { $0.code.description == round && $0.row.fund == source }
            }
            let round = isOfRound == true ? award.row.round : nil
            limit = view.sum(
                round == nil ? "unallocated" : "roundAvailable",
                ["fund": source, "year": year.description])
            if let round, let code = Code(round), random.chance(60) {
                limit = aim(view.room(code, award.row.bid ?? award.code.description, year))
            }
        }
        let size = amount(limit)
        return VaryAward(
            award: award.code, fund: fund, year: year, category: category,
            amount: isDown ? -size : size, reason: words("Agreed"))
    }
}
