/// An agreement under which a funder pays the office.
public struct Grant: Coded {
    /// The register of grants.
    public static let register = Register.grant
    /// As prose has it.
    public static let noun = "grant"

    /// When its money comes.
    public enum Basis: String, Codable, CaseIterable, Sendable {
        /// Claimed once spent.
        case arrears
        /// Received ahead.
        case advance
    }

    /// Its code.
    public var code: Code
    /// Who pays.
    public var funder: Code
    /// The fund it feeds.
    public var fund: Code
    /// Its title.
    public var title: Title
    /// When its money comes.
    public var basis: Basis
    /// How sure it is.
    public var status: Standing
    /// Who bears it if it does not come.
    public var underwrittenBy: Note?
    /// The agreement's reference.
    public var agreement: Note?
    /// When it ends.
    public var ends: Day?
    /// What must be found besides.
    public var match: MatchRule?
    /// What it pays by year, and by category where the agreement says so.
    public var profile: Profile
    /// The least shares of its spend that categories must have; absent for none.
    public var minimums: [Minimum]?
    /// Whether its money comes without condition, so that it is income when received.
    public var isUnconditional: Bool?
    /// The partners whose money the office holds as their agent; absent for none.
    public var partners: [PartnerShare]?
}

/// The least share of a grant's spend that a category must have: "at least 10% on evaluation".
public struct Minimum: Hashable, Codable, Sendable {
    /// The heading of cost.
    public var category: Code
    /// Its least share of what is charged.
    public var percent: Percentage
    /// From which day it is tested; absent for the year end.
    public var by: Day?

    /// Creates a minimum.
    public init(category: Code, percent: Percentage, by: Day? = nil) {
        (self.category, self.percent, self.by) = (category, percent, by)
    }
}

/// A partner's share of a grant, beside the office's own: it is passed through, in no budget.
public struct PartnerShare: Hashable, Codable, Sendable {
    /// Whose it is.
    public var organisation: Code
    /// How much.
    public var amount: Money

    /// Creates a share.
    public init(organisation: Code, amount: Money) {
        (self.organisation, self.amount) = (organisation, amount)
    }
}
