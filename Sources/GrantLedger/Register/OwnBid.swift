/// A bid of the office itself to a funder.
public struct OwnBid: Coded {
    /// The register of own bids.
    public static let register = Register.ownBid
    /// As prose has it.
    public static let noun = "own bid"

    /// How it came out.
    public enum Status: String, Codable, CaseIterable, Sendable { case submitted, won, lost }

    /// Its code.
    public var code: Code
    /// Who was asked.
    public var funder: Code
    /// Its title.
    public var title: Title
    /// What was asked, by year.
    public var profile: Profile
    /// The day it was submitted.
    public var submitted: Day
    /// How it came out.
    public var status: Status
    /// The grant it won.
    public var grant: Code?
    /// Why it was lost.
    public var reason: Note?
}
