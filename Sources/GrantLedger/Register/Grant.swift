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
}
