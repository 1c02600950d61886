/// The policies of an office, at their defaults until the book can set them.
public struct Policies: Hashable, Sendable {
    /// How far spend may be off its plan and still be on it, in hundredths of a per cent.
    public var varianceTolerance: Int64 = 500
    /// How much of a year may move between categories without a variation, where the agreement does not say.
    public var virementTolerance = Percentage.none
    /// Whether a payment of a year waits for the last return of the year before.
    public var nextYearWaits = true
    /// How many years records are kept.
    public var recordsYears = 6

    /// The defaults.
    public static let defaults = Policies()

    /// Every policy by its name, with its default and what it means.
    public var table: [(name: String, value: String, meaning: String)] {
        [
            ("expense", "accepted-return", "when a grant becomes an expense"),
            ("two-people-above", "none", "single-person office: who acts authorises too"),
            (
                "virement-tolerance", "\(virementTolerance)",
                "of a year, between categories, without a variation"
            ),
            (
                "variance-tolerance", "\(Percentage.shown(varianceTolerance))",
                "off its plan and still on it"
            ),
            ("match-base", "grant", "what a match percentage is of"),
            ("match-rounding", "penny", "to what the match required is rounded"),
            (
                "next-year-waits", nextYearWaits ? "yes" : "no",
                "a payment waits for last year's final return"
            ),
            ("principal", "yes", "money for partners is the office's own"),
            ("accruals-in-final-claim", "no", "a final claim draws accruals"),
            ("records-years", "\(recordsYears)", "how long records are kept"),
            ("time-zone", "Europe/London", "where it is today"),
        ]
    }
}
