/// Anyone else: funder, applicant, recipient, match provider.
public struct Organisation: Coded {
    /// The register of organisations.
    public static let register = Register.organisation
    /// As prose has it.
    public static let noun = "organisation"

    /// What kind of body it is.
    public enum Kind: String, Codable, CaseIterable, Sendable {
        case charity, company, council, police, csp, health, government, other
    }

    /// Its code.
    public var code: Code
    /// Its name.
    public var name: Title
    /// Its public identifier, such as `GB-CHC-801355`.
    public var orgId: Note?
    /// What kind of body it is.
    public var kind: Kind?
    /// The commitment to its work contact, which is kept outside the record so that it can be
    /// erased; 64 hex digits.
    public var contact: Note?
}
