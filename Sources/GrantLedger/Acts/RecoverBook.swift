/// Goes on with a book whose counterfoils tell of more, or of other entries, than it holds.
///
/// Posts nothing; says what was found, so that the loss stands in the record for good.
public struct RecoverBook: Act {
    /// Its kind.
    public static let kind = Kind.recoverBook
    /// What was found.
    public var found: Note
    /// The last entry on which the book and its old counterfoils agree.
    public var agreed: Int
    /// How many entries the old counterfoils tell of after that one: they are gone.
    public var gone: Int
    /// The last entry the old counterfoils tell of.
    public var last: Int
    /// The chain hash they have for it; absent where they have none.
    public var chain: Note?
    /// Why the book goes on from here.
    public var reason: Note

    /// Creates the act.
    public init(
        found: Note, agreed: Int, gone: Int, last: Int, chain: Note? = nil, reason: Note
    ) {
        (self.found, self.agreed, self.gone) = (found, agreed, gone)
        (self.last, self.chain, self.reason) = (last, chain, reason)
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        Posting()
    }
}
