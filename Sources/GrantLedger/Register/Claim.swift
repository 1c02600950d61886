/// A request to a funder for what was earned.
public struct Claim: Coded {
    /// The register of claims.
    public static let register = Register.claim
    /// As prose has it.
    public static let noun = "claim"

    /// Its code.
    public var code: Code
    /// The grant it draws.
    public var grant: Code
    /// The year of the cost.
    public var year: FinancialYear
    /// To the end of which quarter; the whole year where absent.
    public var quarter: Int?
    /// The day it was made.
    public var made: Day
    /// What it asks for, line by line.
    public var lines: [ClaimLine]

    /// What it asked for.
    public var total: Money { lines.map(\.amount).total }
    /// What the funder refused of it.
    public var disallowed: Money { lines.compactMap(\.disallowed).total }
}

/// One whole line of accepted spend, or an own cost, in a claim.
public struct ClaimLine: Hashable, Codable, Sendable {
    /// What a line stands on: a return and a category, or an own cost.
    public struct Source: Hashable, Codable, Sendable {
        /// The award; absent for an own cost.
        public var award: Code?
        /// The period of the return; absent for an own cost.
        public var period: Period?
        /// The entry that recorded an own cost; absent for a return.
        public var cost: Int?
        /// The heading of cost.
        public var category: Code

        /// Creates the source of a line of a return.
        public init(award: Code, period: Period, category: Code) {
            (self.award, self.period, self.category) = (award, period, category)
        }

        /// Creates the source of an own cost.
        public init(cost: Int, category: Code) { (self.cost, self.category) = (cost, category) }
    }

    /// 1, 2, 3 … within the claim.
    public var number: Int
    /// What it stands on.
    public var source: Source
    /// How much was asked.
    public var amount: Money
    /// How much of it the funder refused; absent for nothing.
    public var disallowed: Money?
    /// Whether an accrual earned it, before its return was accepted.
    public var isAccrued: Bool?

    /// Creates a line.
    public init(
        number: Int, source: Source, amount: Money, disallowed: Money? = nil,
        isAccrued: Bool? = nil
    ) {
        self.number = number
        self.source = source
        self.amount = amount
        self.disallowed = disallowed
        self.isAccrued = isAccrued
    }
}

extension ClaimLine.Source: Comparable {
    /// Returns before own costs, by award, period and category; own costs as they were recorded.
    public static func < (one: Self, other: Self) -> Bool {
        func rank(_ source: Self) -> (String, String, Int) {
            (
                source.award?.description ?? "\u{7F}", source.period?.description ?? "",
                source.cost ?? 0
            )
        }
        return rank(one) == rank(other)
            ? one.category < other.category : rank(one) < rank(other)
    }
}

extension ClaimLine.Source: TextValue {
    /// `VRF-01#2019/20-Q1#STAFF`, or `COST-12#STAFF`.
    public var description: String {
        if let award, let period { return "\(award)#\(period)#\(category)" }
        return "COST-\(cost ?? 0)#\(category)"
    }

    /// Reads the one spelling, else nil.
    public init?(_ text: String) {
        let parts = text.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        guard let last = parts.last, let category = Code(last) else { return nil }
        if parts.count == 3, let award = Code(parts[0]), let period = Period(parts[1]) {
            self.init(award: award, period: period, category: category)
        } else if parts.count == 2, parts[0].hasPrefix("COST-"),
            let cost = Int(parts[0].dropFirst(5)),
            cost > 0
        {
            self.init(cost: cost, category: category)
        } else {
            return nil
        }
        guard description == text else { return nil }
    }
}
