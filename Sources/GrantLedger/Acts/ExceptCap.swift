/// Authorises one project to have more than the cap.
///
/// Posts C Dr capSet / Cr capHeadroom for its bid, or for the award itself where it was made
/// directly.
public struct ExceptCap: Act {
    /// Its kind.
    public static let kind = Kind.exceptCap
    /// The award or, before one is made, the bid.
    public var project: Code
    /// The year; absent for the cap on the award in all.
    public var year: FinancialYear?
    /// How much more.
    public var amount: Money
    /// Who authorised it.
    public var authorisedBy: Note
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(
        project: Code, year: FinancialYear? = nil, amount: Money, authorisedBy: Note, reason: Note
    ) {
        self.project = project
        self.year = year
        self.amount = amount
        self.authorisedBy = authorisedBy
        self.reason = reason
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        try amount.checkPositive()
        let capped: Project?
        if let award = try facts.find(Award.self, project) {
            capped = try facts.project(of: award)
        } else {
            let bid = try facts.known(Bid.self, project)
            capped = Project(round: try facts.known(Round.self, bid.round), bid: bid.code)
        }
        guard let capped,
            year == nil ? capped.round.capPerAward != nil : capped.round.capPerYear != nil
        else {
            throw .no(
                .noCap,
                "\(project) has no cap \(year.map { "on the year \($0)" } ?? "on the award in all").",
                remedy:
                    "Nothing stands in its way; or give --year for a cap per year, leave it out for one per award.",
                [.init("project", project)])
        }
        var transfers = try capped.setting(year.map { [$0] } ?? [], facts)
        transfers.move(amount, capped.headroom(year), debit: .capSet, credit: .capHeadroom)
        return Posting(transfers)
    }
}
