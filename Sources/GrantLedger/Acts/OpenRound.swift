/// Opens a fund to bids, with money set aside for it.
///
/// Posts for each year B Dr unallocated / Cr roundAvailable. Caps, window and match rule are kept
/// with the round.
public struct OpenRound: Act {
    /// Its kind.
    public static let kind = Kind.openRound
    /// Its code.
    public var code: Code
    /// The fund it opens.
    public var fund: Code
    /// Its title.
    public var title: Title
    /// The first day of the window.
    public var opens: Day
    /// The last day of the window.
    public var closes: Day
    /// The time of that day at which it ends.
    public var closesAt: TimeOfDay?
    /// How much for each year.
    public var profile: Profile
    /// What the years must add up to.
    public var total: Money?
    /// The most one project may have in a year.
    public var capPerYear: Money?
    /// The most one project may have in all.
    public var capPerAward: Money?
    /// What a project must find besides.
    public var match: MatchRule?

    /// Creates the act.
    public init(
        code: Code, fund: Code, title: Title, opens: Day, closes: Day, closesAt: TimeOfDay? = nil,
        profile: Profile, total: Money? = nil, capPerYear: Money? = nil, capPerAward: Money? = nil,
        match: MatchRule? = nil
    ) {
        self.code = code
        self.fund = fund
        self.title = title
        self.opens = opens
        self.closes = closes
        self.closesAt = closesAt
        self.profile = profile
        self.total = total
        self.capPerYear = capPerYear
        self.capPerAward = capPerAward
        self.match = match
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        try facts.unused(Round.self, code)
        _ = try facts.known(Fund.self, fund)
        try profile.check(total: total, of: "round \(code)")
        if let capPerYear { try capPerYear.checkPositive() }
        if let capPerAward { try capPerAward.checkPositive() }
        guard opens <= closes else {
            throw .no(
                .datesBackwards,
                "Round \(code) would close on \(closes.prose), before it opens on \(opens.prose).",
                remedy: "Give the first day of the window, then the last.",
                [.init("opens", opens), .init("closes", closes)])
        }
        var transfers: [Transfer] = []
        for line in profile {
            let pool = Account(.unallocated, fund: fund, year: line.year)
            transfers.move(
                line.amount, debit: pool, credit: pool.under(.roundAvailable).with(\.round, code))
        }
        let round = Round(
            code: code, fund: fund, title: title, opens: opens, closes: closes, closesAt: closesAt,
            capPerYear: capPerYear, capPerAward: capPerAward, match: match, years: profile.years,
            status: .open)
        return Posting(transfers, puts: [try facts.put(round)])
    }
}
