/// What somebody wants recorded.
///
/// Its stored properties are what was asked; its rule says what comes of it.
public protocol Act: Codable, Hashable, Sendable {
    /// The kind, by which a record names it.
    static var kind: Kind { get }

    /// What the act does to the book, or the reason it may not be.
    ///
    /// A rule reads facts and the occasion and nothing else: no clock, file, SQL or randomness.
    /// Floors are not its business; they are judged on what it returns.
    func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting
}

extension Act {
    /// Judges the act: its own rule first, then every floor; the posting says what it rests on.
    public func judged(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        facts.begin()
        var posting = try posting(given: facts, on: occasion)
        try facts.judge(posting.transfers, on: occasion.date)
        posting.rests = facts.rests
        posting.flags = occasion.flags + posting.flags
        return posting
    }
}
