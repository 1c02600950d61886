/// Declines a bid, defers it, or puts it on the reserve list.
///
/// To award is an act of its own.
///
/// Declined, it posts C Dr capHeadroom / Cr capSet, all of it; M Dr bidsUnderAssessment / Cr
/// bidsNotAwarded, and takes back the match it stated. Deferred or on the reserve list it posts
/// nothing and can still be decided.
public struct DecideBid: Act {
    /// Its kind.
    public static let kind = Kind.decideBid

    /// What is decided.
    public enum Outcome: String, Codable, CaseIterable, Sendable {
        case decline, `defer`
        case reserveList = "reserve-list"

        /// How the bid then stands.
        var status: Bid.Status {
            switch self {
            case .decline: .declined
            case .defer: .deferred
            case .reserveList: .reserveList
            }
        }
    }

    /// The bid.
    public var bid: Code
    /// What is decided.
    public var outcome: Outcome
    /// Why.
    public var reason: Note
    /// The number of the decision notice.
    public var decision: Note?

    /// Creates the act.
    public init(bid: Code, outcome: Outcome, reason: Note, decision: Note? = nil) {
        (self.bid, self.outcome, self.reason, self.decision) = (bid, outcome, reason, decision)
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        var row = try facts.known(Bid.self, bid)
        try row.checkOpen()
        guard row.status != outcome.status else {
            throw .no(
                .nothingToChange, "Bid \(bid) stands so already: \(row.status.rawValue).",
                remedy: "Nothing is left to do.",
                [.init("bid", bid), .init("status", row.status.rawValue)])
        }
        let transfers = outcome == .decline ? try facts.settling(row, as: .bidsNotAwarded) : []
        row.status = outcome.status
        row.reason = reason
        row.decision = decision ?? row.decision
        return Posting(transfers, puts: [try facts.put(row)])
    }
}

extension Bid {
    /// Checks that the bid can still be decided.
    func checkOpen() throws(Stop) {
        guard !status.isOpen else { return }
        throw .no(
            .bidDecided, "Bid \(code) is decided already: \(status.rawValue).",
            remedy:
                "Reverse that decision first, if it was wrong: almoner entry list --of \(code).",
            [.init("bid", code), .init("status", status.rawValue)])
    }
}

extension Facts {
    /// What a bid's end without an award moves: its caps, what it asked, and the match it stated.
    func settling(_ bid: Bid, as end: Head) throws(Stop) -> [Transfer] {
        var transfers: [Transfer] = []
        for headroom in try accounts(Account(.capHeadroom, round: bid.round, bid: bid.code)) {
            transfers.move(try amount(headroom), headroom, debit: .capHeadroom, credit: .capSet)
        }
        let asked = Account(.bidsUnderAssessment, round: bid.round, bid: bid.code)
        transfers.move(try amount(asked), asked, debit: .bidsUnderAssessment, credit: end)
        for offer in bid.match {
            transfers.move(
                offer.amount, bid.account(of: offer), debit: .matchPledged, credit: .matchOffered)
        }
        return transfers
    }
}
