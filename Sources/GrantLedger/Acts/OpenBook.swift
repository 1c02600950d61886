/// Opens a book for an office; the first entry of every book.
///
/// Posts nothing.
public struct OpenBook: Act {
    /// Its kind.
    public static let kind = Kind.openBook
    /// The office's name.
    public var name: Title
    /// What kind of body it is.
    public var officeKind: Office.Kind
    /// Its public identifier.
    public var orgId: Note?
    /// The first day the book is kept for.
    public var from: Day?

    /// Creates the act.
    public init(name: Title, officeKind: Office.Kind = .pcc, orgId: Note? = nil, from: Day? = nil) {
        (self.name, self.officeKind, self.orgId, self.from) = (name, officeKind, orgId, from)
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        guard try facts.find(Office.self, Office.onlyKey) == nil else {
            throw .refused(.taken(Office.noun, Office.onlyKey))
        }
        return Posting(puts: [
            try facts.put(Office(name: name, kind: officeKind, orgId: orgId, from: from))
        ])
    }
}
