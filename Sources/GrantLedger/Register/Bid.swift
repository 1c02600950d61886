/// A request for money in a round, with amounts by year.
public struct Bid: Coded {
    /// The register of bids.
    public static let register = Register.bid
    /// As prose has it.
    public static let noun = "bid"

    /// How far it has come.
    public enum Status: String, Codable, CaseIterable, Sendable {
        case underAssessment = "under-assessment"
        case deferred
        case reserveList = "reserve-list"
        case awarded, declined, withdrawn

        /// Whether it can still be decided.
        public var isOpen: Bool {
            self == .underAssessment || self == .deferred || self == .reserveList
        }
    }

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
    /// Match the applicant says it will find.
    public var match: [MatchOffer]
    /// Where the money would be spent.
    public var area: Code?
    /// What for.
    public var theme: Code?
    /// When it came: the day, and the time where it is known.
    public var received: Day
    /// The time of that day.
    public var receivedAt: TimeOfDay?
    /// How far it has come.
    public var status: Status
    /// Why it was decided so.
    public var reason: Note?
    /// The number of the decision notice.
    public var decision: Note?
}

/// Match as a bid states it.
public struct MatchOffer: Hashable, Codable, Sendable {
    /// In money or in kind.
    public enum Kind: String, Codable, CaseIterable, Sendable {
        case cash
        case inKind = "in-kind"

        /// What sets its account apart.
        public var mark: Mark { self == .cash ? .cash : .inKind }
    }

    /// Who provides it.
    public var from: Code
    /// In money or in kind.
    public var kind: Kind
    /// For which year.
    public var year: FinancialYear
    /// How much.
    public var amount: Money

    /// Creates an offer.
    public init(from: Code, kind: Kind, year: FinancialYear, amount: Money) {
        (self.from, self.kind, self.year, self.amount) = (from, kind, year, amount)
    }
}
