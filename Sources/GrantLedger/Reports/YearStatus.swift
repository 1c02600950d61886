/// What stands between the office and a closed year, in the order in which it is cleared, each with
/// the command that clears it.
public struct YearStatus: Hashable, Sendable {
    /// What can stand in the way, or should be known.
    public enum What: String, CaseIterable, Sendable {
        /// A year before it has money or entries and is open.
        case earlierYear = "an earlier year is open"
        /// An entry waits for its second person.
        case prepared = "waiting for a second person"
        /// A period was not reported.
        case returnNotIn = "return not in"
        /// A return was not decided.
        case returnNotAccepted = "return not accepted"
        /// An estimate was not charged.
        case notAccrued = "estimated, not accrued"
        /// An award was not signed.
        case reserved = "reserved, not signed"
        /// A payment is on the schedule for money that will lapse.
        case unpaid = "scheduled, not paid"
        /// A recipient holds money that was not spent.
        case held = "held by the recipient"
        /// An award's money was not spent.
        case committed = "committed, not spent"
        /// Awarding above the allocation was neither withdrawn nor met.
        case overProgrammed = "over-programming authorised"
        /// A round has money left.
        case roundAvailable = "left in the round"
        /// A fund has money left.
        case unallocated = "left in the fund"
        /// Match that is required was not found.
        case match = "match required, not found"
        /// A category had less than its least share.
        case minimum = "minimum not met"
        /// Income was earned and not asked for.
        case notClaimed = "earned, not claimed"
        /// The close itself.
        case close = "the close"
    }

    /// One thing, with the command that clears it.
    public struct Item: Hashable, Sendable {
        /// What it is.
        public let what: What
        /// Of which award, round, fund or entry.
        public let place: String
        /// How much; nil where it is not an amount.
        public let amount: Money?
        /// The command that clears it, after which the next is asked.
        public let command: String
        /// The other commands that would.
        public let alternatives: [String]
        /// Whether the year cannot be closed before it is cleared.
        public let blocks: Bool

        init(
            _ what: What, _ place: String, _ amount: Money? = nil, _ command: String,
            or alternatives: [String] = [], blocks: Bool = true
        ) {
            (self.what, self.place, self.amount) = (what, place, amount)
            (self.command, self.alternatives) = (command, alternatives)
            self.blocks = blocks
        }

        /// Whether it stands in the way of a close that explains what is short.
        func stands(explained: Bool) -> Bool {
            guard blocks else { return false }
            return !(explained && (what == .match || what == .minimum))
        }
    }

    /// The year.
    public let year: FinancialYear
    /// Whether it is closed, and nothing is left to do.
    public let isClosed: Bool
    /// The entry that closed it last.
    public let close: Int?
    /// How many late adjustments it has had.
    public let adjustments: Int
    /// What is left to do, in order.
    public let items: [Item]

    /// How a year stands, by the facts.
    public init(_ year: FinancialYear, _ facts: Facts) throws(Stop) {
        let row = try facts.look(YearEnd.self, year.description)
        self.year = year
        isClosed = row?.status == .closed
        close = row?.close
        adjustments = row?.adjustments ?? 0
        guard !isClosed else {
            items = []
            return
        }
        let survey = YearSurvey(year, facts)
        var found = try survey.earlierYears() + survey.prepared() + survey.awards()
        found += try survey.pools() + survey.match() + survey.minimums() + survey.unclaimed()
        found.append(
            Item(.close, year.description, nil, "almoner year close \(year)", blocks: false))
        items = found
    }

    /// Whether nothing but the close is left to do.
    public var isReady: Bool { !isClosed && !items.contains(where: \.blocks) }
}
