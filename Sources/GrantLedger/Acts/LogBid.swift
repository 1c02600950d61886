/// Takes a bid in.
///
/// A late one or one above the cap is taken too and flagged: it is the decision that may refuse it.
///
/// Posts C, for each year of the round, Dr capSet / Cr capHeadroom at the round's cap (and once
/// more for the cap per award); M Dr bidsRequested / Cr bidsUnderAssessment, and Dr matchOffered /
/// Cr matchPledged for match it states.
public struct LogBid: Act {
    /// Its kind.
    public static let kind = Kind.logBid
    /// Its code.
    public var code: Code
    /// The round it answers.
    public var round: Code
    /// Who asks.
    public var applicant: Code
    /// Its title.
    public var title: Title
    /// What is asked.
    public var profile: Profile
    /// What the years must add up to.
    public var total: Money?
    /// Match the applicant says it will find.
    public var match: [MatchOffer]
    /// Where the money would be spent.
    public var area: Code?
    /// What for.
    public var theme: Code?
    /// The day it came; the day of the entry where absent.
    public var received: Day?
    /// The time of that day.
    public var receivedAt: TimeOfDay?

    /// Creates the act.
    public init(
        code: Code, round: Code, applicant: Code, title: Title, profile: Profile,
        total: Money? = nil,
        match: [MatchOffer] = [], area: Code? = nil, theme: Code? = nil, received: Day? = nil,
        receivedAt: TimeOfDay? = nil
    ) {
        self.code = code
        self.round = round
        self.applicant = applicant
        self.title = title
        self.profile = profile
        self.total = total
        self.match = match
        self.area = area
        self.theme = theme
        self.received = received
        self.receivedAt = receivedAt
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        try facts.unused(Bid.self, code)
        let row = try facts.known(Round.self, round)
        _ = try facts.known(Organisation.self, applicant)
        try facts.check(Area.self, area)
        try facts.check(Theme.self, theme)
        for offer in match { _ = try facts.known(Organisation.self, offer.from) }
        for line in profile { try facts.checkCategory(line.category) }
        try profile.check(total: total, of: "bid \(code)")
        try row.check(profile)
        try checkMatch(facts, row)
        let bid = Bid(
            code: code, round: round, applicant: applicant, title: title, profile: profile,
            match: match,
            area: area, theme: theme, received: received ?? occasion.date, receivedAt: receivedAt,
            status: .underAssessment)
        var transfers = try Project(round: row, bid: code).setting(row.years, facts)
        let asked = Account(.bidsRequested, round: round, bid: code)
        transfers.move(profile.total, asked, debit: .bidsRequested, credit: .bidsUnderAssessment)
        for offer in match {
            transfers.move(
                offer.amount, bid.account(of: offer), debit: .matchOffered, credit: .matchPledged)
        }
        return Posting(transfers, puts: [try facts.put(bid)], flags: flags(bid, row))
    }

    private func checkMatch(_ facts: Facts, _ round: Round) throws(Stop) {
        for offer in match {
            try offer.amount.checkPositive()
            for code in try facts.known(Fund.self, round.fund).grants {
                guard try facts.known(Grant.self, code).funder == offer.from else { continue }
                throw .no(
                    .matchFromFunder,
                    "\(offer.from) funds grant \(code), so its money is no match for it.",
                    remedy: "Name match from somebody else.",
                    [.init("from", offer.from), .init("grant", code)])
            }
        }
    }

    private func flags(_ bid: Bid, _ round: Round) -> [Flag] {
        let overYear = round.capPerYear.map { cap in
            profile.years.contains { profile.amount(in: $0) > cap }
        }
        let overAll = round.capPerAward.map { profile.total > $0 }
        let isOver = overYear ?? false || overAll ?? false
        return (round.isLate(bid) ? [.late] : []) + (isOver ? [.overCap] : [])
    }
}

extension Round {
    /// Checks that a profile names only years the round offers and no fund but the round's.
    func check(_ profile: Profile) throws(Stop) {
        for line in profile where !years.contains(line.year) {
            let offered = years.map(\.description).joined(separator: ", ")
            throw .no(
                .yearNotOffered, "Round \(code) offers \(offered), not \(line.year).",
                remedy: "Ask for years the round offers.",
                [.init("round", code), .init("year", line.year)])
        }
        for line in profile where line.fund != nil && line.fund != fund {
            throw .no(
                .unknownCode,
                "Round \(code) opens fund \(fund), not \(line.fund?.description ?? "").",
                remedy: "Leave the fund out.", [.init("round", code), .init("fund", fund)])
        }
    }

    /// Whether a bid came after the window, or once the round was closed.
    func isLate(_ bid: Bid) -> Bool {
        if status == .closed || bid.received > closes { return true }
        guard bid.received == closes, let closesAt, let receivedAt = bid.receivedAt else {
            return false
        }
        return receivedAt > closesAt
    }
}

extension Bid {
    /// The account of match that a bid states.
    func account(of offer: MatchOffer) -> Account {
        Account(.matchPledged, bid: code, mark: offer.kind.mark, year: offer.year)
            .with(\.organisation, offer.from)
    }
}
