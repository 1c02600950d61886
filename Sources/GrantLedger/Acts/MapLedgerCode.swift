/// Says what the finance system calls a head of the accounts, for every fund or for one.
///
/// Posts nothing; a later mapping replaces it for the journals that follow.
public struct MapLedgerCode: Act {
    /// Its kind.
    public static let kind = Kind.mapLedgerCode
    /// The head, of the actual set.
    public var head: Head
    /// For which fund; for all that have none of their own where absent.
    public var fund: Code?
    /// The code in the finance system.
    public var code: Note
    /// Why, where it is said.
    public var reason: Note?

    /// Creates the act.
    public init(head: Head, fund: Code? = nil, code: Note, reason: Note? = nil) {
        (self.head, self.fund, self.code, self.reason) = (head, fund, code, reason)
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        guard head.traits.set == .actual else {
            throw .no(
                .notInAccounts, "\(head.rawValue) is no head of the accounts.",
                remedy: "Heads of the accounts: "
                    + Head.allCases.filter { $0.traits.set == .actual }.map(\.rawValue)
                    .joined(separator: ", ") + ".",
                [.init("head", head.rawValue)])
        }
        if let fund { _ = try facts.known(Fund.self, fund) }
        let before = try facts.look(LedgerCode.self, LedgerCode.key(head, fund))
        guard before?.code != code else {
            let name = LedgerCode.key(head, fund)
            throw .no(
                .nothingToChange, "\(name) is \(code) in the finance system already.",
                remedy: "Nothing is left to do: almoner policy show lists the codes.",
                [.init("head", name), .init("code", code)])
        }
        return Posting(puts: [try facts.put(LedgerCode(head: head, fund: fund, code: code))])
    }
}

/// Hands a month's entries to the finance system, each once.
///
/// Posts nothing. The front door names the entries: all that touch the accounts, are dated by the
/// day and went before in none.
public struct PostMonth: Act {
    /// Its kind.
    public static let kind = Kind.postMonth
    /// The last day of the month.
    public var through: Day
    /// The entries in it.
    public var spans: [PostedMonth.Span]
    /// The sum of its debits.
    public var total: Money

    /// Creates the act.
    public init(through: Day, spans: [PostedMonth.Span], total: Money) {
        (self.through, self.spans, self.total) = (through, spans, total)
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        let before = try facts.all(PostedMonth.self).flatMap { month in
            month.spans.map { (month.number, $0) }
        }
        guard let last = spans.last, spans.allSatisfy({ $0.from <= $0.to && $0.from > 0 }) else {
            throw .no(
                .nothingToChange, "No entry is left to post by \(through.prose).",
                remedy: "Nothing is left to do: almoner report postings lists what was posted.",
                [.init("through", through)])
        }
        guard last.to < facts.nextNumber else { throw .refused(.unknownEntry(last.to)) }
        for span in spans {
            guard
                let (number, taken) = before.first(where: {
                    $0.1.from <= span.to && span.from <= $0.1.to
                })
            else { continue }
            let entry = max(span.from, taken.from)
            throw .no(
                .postedBefore, "Entry \(entry) went to the finance system with entry \(number).",
                remedy: "See it again: almoner export postings --again \(number).",
                [.init("entry", entry), .init("posted", number)])
        }
        let row = PostedMonth(
            number: facts.nextNumber, through: through, spans: spans, total: total)
        return Posting(puts: [try facts.put(row)])
    }
}
