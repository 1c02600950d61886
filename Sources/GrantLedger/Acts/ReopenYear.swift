/// Opens a closed year again, on a second person's authority.
///
/// Posts the opposite of the close. Dated 31 March. The year closed last is opened first; what late
/// adjustments passed on to the general fund stays there.
public struct ReopenYear: Act {
    /// Its kind.
    public static let kind = Kind.reopenYear
    /// The year.
    public var year: FinancialYear
    /// Who authorised it.
    public var authorisedBy: Note
    /// Why.
    public var reason: Note

    /// Creates the act.
    public init(year: FinancialYear, authorisedBy: Note, reason: Note) {
        (self.year, self.authorisedBy, self.reason) = (year, authorisedBy, reason)
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        guard var row = try facts.find(YearEnd.self, year.description), row.status == .closed,
            let number = row.close, let close = try facts.entry(number)
        else {
            throw .no(
                .yearNotClosed, "\(year) is not closed.", remedy: "Nothing is left to do.",
                [.init("year", year)])
        }
        guard occasion.date == year.lastDay else {
            throw .no(
                .unusualDate,
                "\(year) is opened again as of the day it was closed, \(year.lastDay.prose).",
                remedy: "Leave the date out.", [.init("date", occasion.date)])
        }
        if let later = try facts.all(YearEnd.self)
            .last(where: { $0.status == .closed && $0.year > year })
        {
            throw .refused(.yearClosed(later.year, "The year closed last is opened first."))
        }
        row.status = .open
        return Posting(close.transfers.reversed().map(\.reversed), puts: [try facts.put(row)])
    }
}
