public import GrantLedger

/// What a person says of a layout, which stands above what its headings suggest.
public struct LayoutHints: Hashable, Sendable {
    /// Headings by the fact they are of.
    public var headings: [String: String] = [:]
    /// Facts that every row has.
    public var constants: [String: String] = [:]
    /// How dates are written.
    public var dates: ImportProfile.DateOrder?
    /// How amounts are signed.
    public var sign: ImportProfile.Sign?
    /// The fact that tells a row from every other; empty for none.
    public var unique: String?
    /// The row of headings.
    public var headingRow: Int?
    /// The categories of the book, by code, with their names.
    public var categories: [Code: String] = [:]

    /// Creates hints that say nothing.
    public init() {}
}

/// What the headings and values of a file suggest about its layout.
public struct DetectedLayout: Hashable, Sendable {
    /// The layout.
    public var layout: ImportLayout
    /// The dates that could be read in either order, where no value tells; the first as an example.
    public var openDates: String?
    /// Headings that a person named and the file does not have.
    public var lost: [String] = []
    /// All headings of the file.
    public var headings: [String]

    /// Whether it says all that must be known.
    public var isWhole: Bool { openDates == nil && lost.isEmpty && layout.missing.isEmpty }
}
