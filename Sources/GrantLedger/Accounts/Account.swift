/// What sets one account apart from another of the same head and key.
public enum Mark: String, Codable, CaseIterable, Sendable {
    /// Funding or a grant not yet sure, nearly sure, sure.
    case indicative, provisional, confirmed
    /// Funding that came from calling on a reserve.
    case reserve
    /// Cost accrued at the year end.
    case accrued
    /// A clawback that will not be had.
    case writtenOff
    /// Match in money.
    case cash
    /// Match in goods, time or services.
    case inKind = "in-kind"
}

/// One account: a head and its key.
///
/// A part of the key that does not apply is absent. A key is shared by all accounts that have it from
/// one another, and carries its hash: an entry copies, compares and looks up each of its accounts a
/// score of times.
public struct Account: Sendable {
    /// What it is for.
    public var head: Head
    private var key: Key

    private final class Key: Sendable {
        let parts: Parts
        let hash: Int

        init(_ parts: Parts) { (self.parts, hash) = (parts, parts.hashed) }

        static let empty = Key(Parts())
    }

    /// The parts of a key.
    struct Parts: Equatable, Sendable {
        var accountingYear: FinancialYear?
        var award: Code?
        var bid: Code?
        var category: Code?
        var claim: Code?
        var fund: Code?
        var grant: Code?
        var instalment: Int?
        var mark: Mark?
        var organisation: Code?
        var period: Period?
        var prepared: Int?
        var round: Code?
        var year: FinancialYear?

        /// The hash of the parts that tell most accounts apart.
        fileprivate var hashed: Int {
            var hasher = Hasher()
            hasher.combine(award ?? bid ?? grant ?? fund)
            hasher.combine(category)
            hasher.combine(instalment)
            hasher.combine(year)
            return hasher.finalize()
        }
    }

    /// The key, whose parts are set together.
    private(set) var parts: Parts {
        get { key.parts }
        set { key = Key(newValue) }
    }

    init(_ head: Head, _ parts: Parts) { (self.head, key) = (head, Key(parts)) }

    /// Creates an account with nothing in its key; set the parts that apply.
    public init(_ head: Head) { (self.head, key) = (head, .empty) }

    /// Creates an account kept for a fund, a round and a year of cost.
    public init(
        _ head: Head, fund: Code? = nil, round: Code? = nil, award: Code? = nil, bid: Code? = nil,
        grant: Code? = nil, category: Code? = nil, instalment: Int? = nil, mark: Mark? = nil,
        year: FinancialYear? = nil
    ) {
        self.init(
            head,
            Parts(
                award: award, bid: bid, category: category, fund: fund, grant: grant,
                instalment: instalment, mark: mark, round: round, year: year))
    }

    /// The same key under another head.
    public func under(_ head: Head) -> Account {
        var copy = self
        copy.head = head
        return copy
    }

    /// The same account with one part of its key set.
    public func with<Part>(_ part: WritableKeyPath<Account, Part?>, _ value: Part?) -> Account {
        var copy = self
        copy[keyPath: part] = value
        return copy
    }
}

extension Account: Hashable {
    /// Whether head and key are the same.
    public static func == (lhs: Account, rhs: Account) -> Bool {
        lhs.head == rhs.head
            && (lhs.key === rhs.key
                || (lhs.key.hash == rhs.key.hash && lhs.key.parts == rhs.key.parts))
    }

    /// Hashes what tells most accounts apart.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(head)
        hasher.combine(key.hash)
    }
}

/// The parts of a key.
extension Account {
    /// The year in which income or expenditure is accounted for: that of the entry's date.
    public var accountingYear: FinancialYear? {
        get { key.parts.accountingYear }
        set { parts.accountingYear = newValue }
    }
    /// The award it is kept for.
    public var award: Code? {
        get { key.parts.award }
        set { parts.award = newValue }
    }
    /// The bid it is kept for.
    public var bid: Code? {
        get { key.parts.bid }
        set { parts.bid = newValue }
    }
    /// The category of spend.
    public var category: Code? {
        get { key.parts.category }
        set { parts.category = newValue }
    }
    /// The claim.
    public var claim: Code? {
        get { key.parts.claim }
        set { parts.claim = newValue }
    }
    /// The fund whose money it is.
    public var fund: Code? {
        get { key.parts.fund }
        set { parts.fund = newValue }
    }
    /// The grant it comes under.
    public var grant: Code? {
        get { key.parts.grant }
        set { parts.grant = newValue }
    }
    /// The instalment; 0 is what is not yet scheduled.
    public var instalment: Int? {
        get { key.parts.instalment }
        set { parts.instalment = newValue }
    }
    /// What sets it apart.
    public var mark: Mark? {
        get { key.parts.mark }
        set { parts.mark = newValue }
    }
    /// The organisation: provider of match, partner held for.
    public var organisation: Code? {
        get { key.parts.organisation }
        set { parts.organisation = newValue }
    }
    /// The period of a return.
    public var period: Period? {
        get { key.parts.period }
        set { parts.period = newValue }
    }
    /// The entry that prepared it.
    public var prepared: Int? {
        get { key.parts.prepared }
        set { parts.prepared = newValue }
    }
    /// The round the money was offered in.
    public var round: Code? {
        get { key.parts.round }
        set { parts.round = newValue }
    }
    /// The year the cost belongs to; for caps, absent means the cap on the whole award.
    public var year: FinancialYear? {
        get { key.parts.year }
        set { parts.year = newValue }
    }

    /// The thing an account belongs to first of all: its award, else its bid, else its grant.
    public var owner: Code? { award ?? bid ?? grant }

    /// Whether another account matches this one as a pattern.
    func isMatched(_ account: Account) -> Bool { account.matches(self) }

    /// Whether every part of a key that the pattern names is the same here, under the same head.
    public func matches(_ pattern: Account) -> Bool {
        func fits<Part: Equatable>(_ asked: Part?, _ here: Part?) -> Bool {
            asked == nil || asked == here
        }
        guard head == pattern.head else { return false }
        let (asked, here) = (pattern.key.parts, key.parts)
        return fits(asked.accountingYear, here.accountingYear)
            && fits(asked.award, here.award)
            && fits(asked.bid, here.bid)
            && fits(asked.category, here.category)
            && fits(asked.claim, here.claim)
            && fits(asked.fund, here.fund)
            && fits(asked.grant, here.grant)
            && fits(asked.instalment, here.instalment)
            && fits(asked.mark, here.mark)
            && fits(asked.organisation, here.organisation)
            && fits(asked.period, here.period)
            && fits(asked.prepared, here.prepared)
            && fits(asked.round, here.round)
            && fits(asked.year, here.year)
    }
}
