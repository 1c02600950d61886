/// Registers an organisation.
///
/// Posts nothing.
///
/// The same public identifier, or the same name but for case and space, is refused as a possible
/// duplicate until it is said to be distinct.
public struct AddOrganisation: Act {
    /// Its kind.
    public static let kind = Kind.addOrganisation
    /// Its code.
    public var code: Code
    /// Its name.
    public var name: Title
    /// Its public identifier.
    public var orgId: Note?
    /// What kind of body it is.
    public var organisationKind: Organisation.Kind?
    /// The commitment to its contact, 64 hexadecimal digits; the contact itself stays outside the
    /// record.
    public var contact: Note?
    /// Whether it is said to be another than the one it resembles.
    public var distinct: Bool

    /// Creates the act.
    public init(
        code: Code, name: Title, orgId: Note? = nil, organisationKind: Organisation.Kind? = nil,
        contact: Note? = nil, distinct: Bool = false
    ) {
        self.code = code
        self.name = name
        self.orgId = orgId
        self.organisationKind = organisationKind
        self.contact = contact
        self.distinct = distinct
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        try facts.unused(Organisation.self, code)
        let organisation = Organisation(
            code: code, name: name, orgId: orgId, kind: organisationKind, contact: contact)
        let (free, twin) = try facts.aliases(of: organisation)
        if let twin, !distinct { throw .refused(.twin(code, of: twin)) }
        var posting = Posting(
            puts: [try facts.put(organisation)], flags: twin == nil ? [] : [.distinct])
        for alias in free { posting.puts.append(try facts.put(alias)) }
        return posting
    }
}
