/// Keeps a figure that was made public about a grant or an award.
///
/// Posts nothing: announced is not awarded.
public struct AnnounceFigure: Act {
    /// Its kind.
    public static let kind = Kind.announceFigure
    /// Whether it is about a grant or an award.
    public var register: Register
    /// Which.
    public var of: Code
    /// The figure.
    public var amount: Money
    /// Where it was said.
    public var source: Note
    /// When.
    public var date: Day

    /// Creates the act.
    public init(register: Register, of: Code, amount: Money, source: Note, date: Day) {
        (self.register, self.of, self.amount, self.source, self.date) = (
            register, of, amount, source, date
        )
    }

    /// Its rule.
    public func posting(given facts: Facts, on occasion: Occasion) throws(Stop) -> Posting {
        try amount.checkPositive()
        if register == .grant {
            _ = try facts.known(Grant.self, of)
        } else {
            _ = try facts.known(Award.self, of)
        }
        let number = try facts.all(Announcement.self, prefix: "\(of)#").map(\.number).max() ?? 0
        let announcement = Announcement(
            of: of, register: register, number: number + 1, amount: amount, source: source,
            date: date)
        return Posting(puts: [try facts.put(announcement)])
    }
}
