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
/// A part of the key that does not apply is absent.
public struct Account: Hashable, Sendable {
    /// What it is for.
    public var head: Head
    /// The year in which income or expenditure is accounted for: that of the entry's date.
    public var accountingYear: FinancialYear?
    /// The award it is kept for.
    public var award: Code?
    /// The bid it is kept for.
    public var bid: Code?
    /// The category of spend.
    public var category: Code?
    /// The claim.
    public var claim: Code?
    /// The fund whose money it is.
    public var fund: Code?
    /// The grant it comes under.
    public var grant: Code?
    /// The instalment; 0 is what is not yet scheduled.
    public var instalment: Int?
    /// What sets it apart.
    public var mark: Mark?
    /// The organisation: provider of match, partner held for.
    public var organisation: Code?
    /// The period of a return.
    public var period: Period?
    /// The entry that prepared it.
    public var prepared: Int?
    /// The round the money was offered in.
    public var round: Code?
    /// The year the cost belongs to; for caps, absent means the cap on the whole award.
    public var year: FinancialYear?

    /// Creates an account with nothing in its key; set the parts that apply.
    public init(_ head: Head) { self.head = head }

    /// Creates an account kept for a fund, a round and a year of cost.
    public init(
        _ head: Head, fund: Code? = nil, round: Code? = nil, award: Code? = nil, bid: Code? = nil,
        grant: Code? = nil, category: Code? = nil, instalment: Int? = nil, mark: Mark? = nil,
        year: FinancialYear? = nil
    ) {
        self.head = head
        self.fund = fund
        self.round = round
        self.award = award
        self.bid = bid
        self.grant = grant
        self.category = category
        self.instalment = instalment
        self.mark = mark
        self.year = year
    }

    /// Hashes the parts that tell most accounts apart; equality looks at all.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(head)
        hasher.combine(owner ?? fund)
        hasher.combine(category)
        hasher.combine(instalment)
        hasher.combine(year)
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

    /// The thing an account belongs to first of all: its award, else its bid, else its grant.
    public var owner: Code? { award ?? bid ?? grant }

    /// Whether another account matches this one as a pattern.
    func isMatched(_ account: Account) -> Bool { account.matches(self) }

    /// Whether every part of a key that the pattern names is the same here, under the same head.
    public func matches(_ pattern: Account) -> Bool {
        func fits<Part: Equatable>(_ asked: Part?, _ here: Part?) -> Bool {
            asked == nil || asked == here
        }
        return head == pattern.head && fits(pattern.accountingYear, accountingYear)
            && fits(pattern.award, award) && fits(pattern.bid, bid)
            && fits(pattern.category, category)
            && fits(pattern.claim, claim) && fits(pattern.fund, fund) && fits(pattern.grant, grant)
            && fits(pattern.instalment, instalment) && fits(pattern.mark, mark)
            && fits(pattern.organisation, organisation) && fits(pattern.period, period)
            && fits(pattern.prepared, prepared) && fits(pattern.round, round)
            && fits(pattern.year, year)
    }
}

extension Account: TextValue {
    /// The one spelling, in records, SQL and exports:
    /// `committed{award=VRF-01,fund=VRF,year=2019/20}`.
    public var description: String {
        var name: [UInt8] = []
        name.reserveCapacity(96)
        writeName(to: &name)
        return String(decoding: name, as: UTF8.self)
    }

    /// Appends the one spelling.
    func writeName(to name: inout [UInt8]) {
        name += head.rawValue.utf8
        let start = name.count
        func add(_ key: StaticString, _ value: String?) {
            guard let value else { return }
            name.append(name.count == start ? UInt8(ascii: "{") : UInt8(ascii: ","))
            key.withUTF8Buffer { name += $0 }
            name.append(UInt8(ascii: "="))
            name += value.utf8
        }
        add("accountingYear", accountingYear?.description)
        add("award", award?.description)
        add("bid", bid?.description)
        add("category", category?.description)
        add("claim", claim?.description)
        add("fund", fund?.description)
        add("grant", grant?.description)
        add("instalment", instalment?.description)
        add("mark", mark?.rawValue)
        add("organisation", organisation?.description)
        add("period", period?.description)
        add("prepared", prepared?.description)
        add("round", round?.description)
        add("year", year?.description)
        if name.count > start { name.append(UInt8(ascii: "}")) }
    }

    /// Reads the one spelling, else nil.
    public init?(_ text: String) {
        let sides = text.split(separator: "{", maxSplits: 1)
        guard let name = sides.first, let head = Head(rawValue: String(name)) else { return nil }
        self.init(head)
        if sides.count == 2 {
            for pair in sides[1].dropLast().split(separator: ",") {
                let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
                guard parts.count == 2 else { return nil }
                read(parts[0], parts[1])
            }
        }
        guard description.utf8.elementsEqual(text.utf8) else { return nil }
    }

    private mutating func read(_ key: String, _ value: String) {
        switch key {
        case "accountingYear": accountingYear = FinancialYear(value)
        case "award": award = Code(value)
        case "bid": bid = Code(value)
        case "category": category = Code(value)
        case "claim": claim = Code(value)
        case "fund": fund = Code(value)
        case "grant": grant = Code(value)
        case "instalment": instalment = Int(value)
        case "mark": mark = Mark(rawValue: value)
        case "organisation": organisation = Code(value)
        case "period": period = Period(value)
        case "prepared": prepared = Int(value)
        case "round": round = Code(value)
        case "year": year = FinancialYear(value)
        default: break
        }
    }
}
