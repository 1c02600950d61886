/// A signed award with all that is published of it.
public struct PublishedGrant: Sendable {
    /// What moved between the bank and the recipient in one entry.
    public struct Payment: Hashable, Sendable {
        /// What it was.
        public enum Nature: String, Hashable, Sendable {
            case payment = "Payment"
            case sentBack = "Payment sent back"
            case clawback = "Clawback received"
        }

        /// When.
        public let moment: GrantHistory.Moment
        /// The award.
        public let award: Code
        /// What it was.
        public let nature: Nature
        /// How much went to the recipient; below nil where it came from it.
        public let amount: Money
        /// Whether it was reversed, or is a reversal: then it never was.
        public let isUndone: Bool

        /// Creates a payment.
        public init(
            moment: GrantHistory.Moment, award: Code, nature: Nature, amount: Money, isUndone: Bool
        ) {
            self.moment = moment
            self.award = award
            self.nature = nature
            self.amount = amount
            self.isUndone = isUndone
        }
    }

    /// What was awarded for a year of cost.
    public struct Year: Hashable, Sendable {
        /// The year.
        public let year: FinancialYear
        /// How much.
        public let amount: Money
        /// When that was last changed, UTC.
        public let modifiedAt: String
    }

    /// What it was given under: a round, else a fund.
    public struct Programme: Hashable, Sendable {
        /// Its code.
        public let code: Code
        /// Its title.
        public let title: Title

        /// Creates a programme.
        public init(code: Code, title: Title) { (self.code, self.title) = (code, title) }
    }

    /// The award as it now stands.
    public let award: Award
    /// The day it was signed.
    public let signed: Day
    /// The day it was decided.
    public let decided: Day
    /// What the public may be told.
    public let disclosure: Disclosure
    /// Who receives it.
    public let recipient: Organisation?
    /// What it was given under.
    public let programme: Programme?
    /// Where it is spent.
    public let area: Area?
    /// What the bid asked for.
    public let appliedFor: Money?
    /// What was awarded for each year of cost that is not nil.
    public let years: [Year]
    /// What was paid and came back, oldest first.
    public let payments: [Payment]
    /// When anything of it was last changed, UTC.
    public let modifiedAt: String

    /// What was awarded: the original, more by variations, less by what lapsed.
    public var awarded: Money { years.map(\.amount).total }
    /// What was paid, less what came back.
    public var disbursed: Money { payments.map(\.amount).total }
}

extension PublishedGrant {
    /// What a history is published with.
    public struct Surroundings: Sendable {
        /// What it was given under.
        public var programme: Programme?
        /// Where it is spent.
        public var area: Area?
        /// What the bid asked for.
        public var appliedFor: Money?
        /// When these were last changed, UTC.
        public var modifiedAt: [String]

        /// Creates surroundings.
        public init(
            programme: Programme? = nil, area: Area? = nil, appliedFor: Money? = nil,
            modifiedAt: [String] = []
        ) {
            self.programme = programme
            self.area = area
            self.appliedFor = appliedFor
            self.modifiedAt = modifiedAt
        }
    }

    /// Creates what is published of an award; nil where it is not signed.
    public init?(_ history: GrantHistory, payments: [Payment], in surroundings: Surroundings) {
        guard let award = history.award, let signed = award.signed,
            let decided = history.decided, let disclosure = history.disclosure
        else { return nil }
        self.award = award
        self.signed = signed
        self.decided = decided
        self.disclosure = disclosure
        recipient = history.recipients.last?.row
        programme = surroundings.programme
        area = surroundings.area
        appliedFor = surroundings.appliedFor
        years = Self.years(of: history)
        self.payments = payments.filter { !$0.isUndone }
        let times =
            history.versions.map(\.moment.recordedAt) + history.moves.map(\.moment.recordedAt)
            + history.recipients.map(\.moment.recordedAt) + payments.map(\.moment.recordedAt)
            + surroundings.modifiedAt
        modifiedAt = times.max() ?? ""
    }

    /// What stands for each year, with the time of the last entry that changed it.
    private static func years(of history: GrantHistory) -> [Year] {
        var years: [FinancialYear: Year] = [:]
        var nets: [FinancialYear: [Int: (amount: Money, at: String)]] = [:]
        for move in history.moves {
            let before = nets[move.line.year]?[move.moment.entry]?.amount ?? .zero
            nets[move.line.year, default: [:]][move.moment.entry] = (
                before + move.amount, move.moment.recordedAt
            )
        }
        for (year, entries) in nets {
            let changed = entries.values.filter { $0.amount != .zero }
            let amount = changed.map(\.amount).total
            guard amount != .zero else { continue }
            years[year] = Year(
                year: year, amount: amount, modifiedAt: changed.map(\.at).max() ?? "")
        }
        return years.values.sorted { $0.year < $1.year }
    }
}
