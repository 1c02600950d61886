/// Where a financial year stands in the book.
public struct YearEnd: Registered {
    /// The register of years; one that was never closed has no row.
    public static let register = Register.year
    /// As prose has it.
    public static let noun = "year"
    /// `2019/20`.
    public var key: String { year.description }

    /// Whether entries may be dated in it.
    public enum Status: String, Codable, CaseIterable, Sendable { case open, closed }

    /// The year.
    public var year: FinancialYear
    /// Whether entries may be dated in it; the schema reads this too.
    public var status: Status
    /// The entry that closed it last.
    public var close: Int?
    /// How many late adjustments it has had.
    public var adjustments: Int
    /// Why match that is required was not found, or a minimum not met.
    public var explanation: Note?
}
