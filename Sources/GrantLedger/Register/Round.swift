/// One opening of a fund to bids.
public struct Round: Coded {
    /// The register of rounds.
    public static let register = Register.round
    /// As prose has it.
    public static let noun = "round"

    /// Whether it still takes bids.
    public enum Status: String, Codable, Sendable { case open, closed }

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
    /// The time of that day at which it ends, `HH:MM`; absent for midnight.
    public var closesAt: TimeOfDay?
    /// The most one project may have in a year.
    public var capPerYear: Money?
    /// The most one project may have in all.
    public var capPerAward: Money?
    /// What a project must find besides.
    public var match: MatchRule?
    /// The years it offers.
    public var years: [FinancialYear]
    /// Whether it still takes bids.
    public var status: Status

    /// Whether it limits what one project may have.
    public var isCapped: Bool { capPerYear != nil || capPerAward != nil }
}
