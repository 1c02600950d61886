/// Goes on with a book that was moved or copied away from its counterfoils.
///
/// Posts nothing; says what was found.
public struct AdoptBook: Act {
    /// Its kind.
    public static let kind = Kind.adoptBook
    /// What was found beside the book.
    public var found: Note
    /// Why it goes on from here.
    public var reason: Note

    /// Creates the act.
    public init(found: Note, reason: Note) { (self.found, self.reason) = (found, reason) }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        Posting()
    }
}
