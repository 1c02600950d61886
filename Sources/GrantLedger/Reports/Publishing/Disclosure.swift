/// What the public may be told of an award, by what is withheld of it now.
///
/// A fact that is withheld is never told of any earlier day either. Where the recipient is withheld,
/// neither is a text that names it.
public struct Disclosure: Hashable, Sendable {
    /// A fact as the public meets it.
    public enum Fact: Hashable, Sendable {
        /// It is told.
        case told(String)
        /// It is withheld, on a ground where one was named.
        case withheld(Withholding.Ground?)
        /// There is nothing to tell: the office has not said.
        case unsaid
    }

    /// What is withheld.
    public let withheld: [Withholding]
    /// Names that no text may tell.
    private let secrets: [String]

    /// Creates the disclosure of an award.
    ///
    /// - Parameters:
    ///   - award: the award as it now stands.
    ///   - recipients: what its recipient is or was called, and its public identifiers.
    public init(of award: Award, recipients: [String]) {
        withheld = award.withheld ?? []
        let isSecret = withheld.contains { $0.field.description == "recipient" }
        secrets = isSecret ? recipients.map { $0.lowercased() }.filter { !$0.isEmpty } : []
    }

    /// A fact by its name in the register, as the public meets it.
    public func fact(_ field: String, _ value: (some CustomStringConvertible)?) -> Fact {
        if let found = withholding(field) { return .withheld(found.ground) }
        guard let text = value?.description, !text.isEmpty else { return .unsaid }
        guard !names(text) else { return .withheld(withholding("recipient")?.ground) }
        return .told(text)
    }

    /// Whether a text names the recipient, which is withheld.
    public func names(_ text: String) -> Bool {
        let text = text.lowercased()
        return secrets.contains { text.contains($0) }
    }

    /// Whether a fact is withheld.
    public func withholds(_ field: String) -> Bool { withholding(field) != nil }

    private func withholding(_ field: String) -> Withholding? {
        withheld.first { $0.field.description == field }
    }
}

extension Disclosure.Fact {
    /// What is printed in its place: the fact, `Withheld: the safety of a person`, or nil where
    /// nothing was said.
    public var words: String? {
        switch self {
        case .told(let text): text
        case .withheld(let ground): ground.map { "Withheld: \($0.words)" } ?? "Withheld"
        case .unsaid: nil
        }
    }

    /// What is told, and nothing in its place.
    public var told: String? {
        guard case .told(let text) = self else { return nil }
        return text
    }
}
