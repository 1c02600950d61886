/// A named pot of money with one source.
public struct Fund: Coded {
    /// The register of funds.
    public static let register = Register.fund
    /// As prose has it.
    public static let noun = "fund"

    /// Where its money comes from.
    public enum Source: String, Codable, CaseIterable, Sendable {
        case homeOffice = "home-office"
        case ownBudget = "own-budget"
        case proceedsOfCrime = "proceeds-of-crime"
        case partner, other
    }

    /// Its code.
    public var code: Code
    /// Its title.
    public var title: Title
    /// Where its money comes from.
    public var source: Source
    /// The grants that feed it, oldest first; empty for a fund approved by the office itself.
    public var grants: [Code]
}
