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
    /// Judges the act: who may, its own rule, closed years, every floor, and whether a second person
    /// is needed; the posting says what it rests on.
    ///
    /// - Parameters:
    ///   - facts: what the rules may know.
    ///   - occasion: who asks, when, and on what papers.
    /// - Returns: what it does to the book.
    /// - Throws: the ledger's no; `secondPersonNeeded` where all is well but the second person, so
    ///   that it can be prepared.
    public func judged(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let posting = try judgedAlone(given: facts, on: occasion)
        try facts.checkApproved(self, posting, on: occasion)
        try facts.checkThreshold(Self.kind, posting, on: occasion)
        return posting
    }

    /// Judges the act as if it needed no second person.
    func judgedAlone(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        facts.begin()
        var posting: Posting
        do {
            posting = try self.posting(given: facts, on: occasion)
            facts.endSupposing()
        } catch .refused(let refusal) {
            facts.endSupposing()
            if refusal.reason.precedence > Refusal.Reason.notEnrolled.precedence {
                _ = try facts.checkPeople(self, on: occasion)
            }
            if refusal.reason.precedence > Refusal.Reason.yearClosed.precedence {
                try facts.checkOpen(Self.kind, on: occasion.date)
                try facts.checkRemainder(self)
            }
            throw .refused(refusal)
        }
        let flags = try facts.checkPeople(self, on: occasion)
        try facts.checkOpen(Self.kind, on: occasion.date)
        try facts.checkClosedYears(Self.kind, posting)
        try facts.judge(posting.transfers, on: occasion.date)
        posting.rests = facts.rests
        posting.flags = (occasion.flags + flags + posting.flags).onceEach
        return posting
    }
}

extension [Flag] {
    /// Each flag once, where it came first.
    fileprivate var onceEach: [Flag] {
        reduce(into: []) { flags, flag in if !flags.contains(flag) { flags.append(flag) } }
    }
}
