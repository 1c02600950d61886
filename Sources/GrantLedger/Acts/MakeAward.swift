/// Decides a grant to a recipient, from one fund or several.
///
/// From a bid it is the decision on that bid.
///
/// Posts C Dr capHeadroom / Cr capUsed for the lines of the round's fund (made directly from a
/// capped round, the cap is set first); B each line Dr roundAvailable, or unallocated where it is
/// not the round's fund, / Cr reserved; M what is given of what the bid asked to bidsAwarded, the
/// rest to bidsNotAwarded.
public struct MakeAward: Act {
    /// Its kind.
    public static let kind = Kind.makeAward
    /// Its code.
    public var code: Code
    /// The bid it answers.
    public var bid: Code?
    /// The round, where it is made directly from one.
    public var round: Code?
    /// The fund of lines that name none; the round's where absent.
    public var fund: Code?
    /// Who receives it; the applicant where absent.
    public var recipient: Code?
    /// Its title; the bid's where absent.
    public var title: Title?
    /// How much for each year; what the bid asks where absent.
    public var profile: Profile?
    /// What the years must add up to.
    public var total: Money?
    /// What is kept with it besides money.
    public var terms: Terms

    /// What is kept with an award besides money.
    public struct Terms: Codable, Hashable, Sendable {
        /// What it is for.
        public var purpose: Passage?
        /// Why it was awarded.
        public var reasons: Passage?
        /// On what conditions.
        public var conditions: Passage?
        /// What the public is told of it.
        public var description: Passage?
        /// The number of the decision notice.
        public var decision: Note?
        /// When the project starts.
        public var starts: Day?
        /// When it ends.
        public var ends: Day?
        /// Where the money is spent, as published.
        public var place: Code?
        /// Which area it counts to; the bid's where absent.
        public var area: Code?
        /// Which theme it counts to; the bid's where absent.
        public var theme: Code?

        /// Creates terms with nothing in them; set the parts that apply.
        public init() {}
    }

    /// Creates the act.
    public init(
        code: Code, bid: Code? = nil, round: Code? = nil, fund: Code? = nil, recipient: Code? = nil,
        title: Title? = nil, profile: Profile? = nil, total: Money? = nil, terms: Terms = Terms()
    ) {
        self.code = code
        self.bid = bid
        self.round = round
        self.fund = fund
        self.recipient = recipient
        self.title = title
        self.profile = profile
        self.total = total
        self.terms = terms
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        try facts.unused(Award.self, code)
        var answered: Bid?
        if let bid { answered = try facts.known(Bid.self, bid) }
        let award = try award(facts, answered)
        try award.profile.check(total: total, of: "award \(code)")
        try answered?.checkOpen()

        let project = try facts.project(of: award)
        let lines = award.profile.lines(default: award.fund)
        var posting = Posting()
        if let project {
            posting.transfers = try project.setting(project.round.years, facts)
        }
        for line in lines where line.fund == project?.round.fund {
            posting.transfers += project?.using(line.amount, in: line.year) ?? []
        }
        for line in lines {
            let pool = try facts.pool(line.fund, award.round(of: line.fund, project), line.year)
            posting.transfers.move(
                line.amount, debit: pool, credit: pool.under(.reserved).with(\.award, code))
        }
        if var answered, let project {
            let given = lines.filter { $0.fund == project.round.fund }.map(\.amount).total
            posting.transfers += answered.settled(given: given)
            if given > answered.profile.total { posting.flags = [.moreThanAsked] }
            answered.status = .awarded
            answered.decision = terms.decision ?? answered.decision
            posting.puts = [try facts.put(answered)]
        }
        posting.puts.append(try facts.put(award))
        return posting
    }

    private func award(_ facts: Facts, _ answered: Bid?) throws(Stop) -> Award {
        let round = answered?.round ?? round
        var fund = fund
        if let round, fund == nil { fund = try facts.known(Round.self, round).fund }
        guard let fund = fund ?? profile?.first?.fund,
            let recipient = recipient ?? answered?.applicant,
            let title = title ?? answered?.title, let profile = profile ?? answered?.profile
        else {
            throw .no(
                .noLine,
                "Award \(code) made without a bid needs a fund, a recipient, a title and a profile.",
                remedy: "Give --fund, --recipient, --title and --profile, or name the bid: --bid.",
                [.init("award", code)])
        }
        _ = try facts.known(Fund.self, fund)
        _ = try facts.known(Organisation.self, recipient)
        for line in profile {
            try facts.check(Fund.self, line.fund)
            try facts.checkCategory(line.category)
        }
        let area = terms.area ?? answered?.area
        let theme = terms.theme ?? answered?.theme
        try facts.check(Area.self, area)
        try facts.check(Area.self, terms.place)
        try facts.check(Theme.self, theme)
        return Award(
            code: code, bid: bid, round: round, fund: fund, recipient: recipient, title: title,
            profile: profile,
            purpose: terms.purpose, reasons: terms.reasons, conditions: terms.conditions,
            description: terms.description, decision: terms.decision, starts: terms.starts,
            ends: terms.ends,
            place: terms.place, area: area, theme: theme, status: .awarded)
    }
}

extension Award {
    /// The round whose money a line of a fund is, if it is one's.
    func round(of fund: Code, _ project: Project?) -> Code? {
        project?.round.fund == fund ? project?.round.code : nil
    }
}

/// What an award has of one fund for one year.
struct AwardLine: Hashable {
    let fund: Code
    let year: FinancialYear
    var amount: Money
}

extension Profile {
    /// The amounts by fund and year, in the order in which they first stand in the profile.
    func lines(default fund: Code) -> [AwardLine] {
        var lines: [AwardLine] = []
        for line in self {
            let bearer = line.fund ?? fund
            if let index = lines.firstIndex(where: { $0.fund == bearer && $0.year == line.year }) {
                lines[index].amount += line.amount
            } else {
                lines.append(AwardLine(fund: bearer, year: line.year, amount: line.amount))
            }
        }
        return lines
    }
}

extension Bid {
    /// M: what was asked, parted into what is given and what is not.
    fileprivate func settled(given: Money) -> [Transfer] {
        let asked = Account(.bidsRequested, round: round, bid: code)
        let total = profile.total
        var transfers: [Transfer] = []
        transfers.move(
            max(given - total, .zero), asked, debit: .bidsRequested, credit: .bidsUnderAssessment)
        transfers.move(given, asked, debit: .bidsUnderAssessment, credit: .bidsAwarded)
        transfers.move(
            max(total - given, .zero), asked, debit: .bidsUnderAssessment, credit: .bidsNotAwarded)
        return transfers
    }
}
