/// One who is enrolled to act on the book.
public struct Person: Coded {
    /// The register of persons.
    public static let register = Register.person
    /// As prose has it.
    public static let noun = "person"
    /// Their code, which is what an entry has as its user.
    public var code: Code
    /// Their name.
    public var name: Title
    /// The machine's name for them.
    public var login: Note
    /// Whether they may approve what another prepared.
    public var mayApprove: Bool
}

/// An entry that waits, or waited, for its second person.
public struct Prepared: Registered {
    /// The register of prepared entries.
    public static let register = Register.prepared
    /// As prose has it.
    public static let noun = "prepared entry"
    /// The number of the entry that prepared it.
    public var key: String { "\(number)" }

    /// Whether it was decided, and how.
    public enum Status: String, Codable, CaseIterable, Sendable { case waiting, approved, declined }

    /// The number of the entry that prepared it.
    public var number: Int
    /// The kind of the act.
    public var kind: Kind
    /// What was asked.
    public var act: Canonical
    /// Who prepared it.
    public var user: String
    /// The machine's name for them.
    public var login: String
    /// The day it takes effect.
    public var date: Day
    /// How much it moves.
    public var size: Money
    /// What it will post, as it was shown.
    public var shown: [Transfer]
    /// What was set aside for it.
    public var setAside: [Transfer]
    /// Whether it was decided.
    public var status: Status
    /// Why it was declined.
    public var reason: Note?
}
