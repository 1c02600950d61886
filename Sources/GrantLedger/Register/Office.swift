/// The body whose book this is.
public struct Office: Registered {
    /// The register of the one office.
    public static let register = Register.office
    /// As prose has it.
    public static let noun = "office"
    /// There is one.
    public static let onlyKey = "OFFICE"
    /// The one key.
    public var key: String { Self.onlyKey }

    /// What kind of body it is.
    public enum Kind: String, Codable, CaseIterable, Sendable {
        /// A police and crime commissioner; one for police, fire and crime; a mayor; a board; any
        /// other.
        case pcc, pfcc, mayor, board, other
    }

    /// Its name.
    public var name: Title
    /// What kind of body it is.
    public var kind: Kind
    /// Its public identifier, such as `GB-LAE-…`.
    public var orgId: Note?
    /// The day from which the book is kept.
    public var from: Day?
}
