public import GrantLedger

/// What a form that came back says, and everything that is wrong with it, each by its cell.
public struct ReturnFormReading: Sendable {
    /// One thing that is wrong.
    public struct Fault: Hashable, Sendable, CustomStringConvertible {
        /// Where: `Return!E14`.
        public let cell: String
        /// What is wrong there.
        public let message: String

        /// Creates a fault.
        public init(_ cell: String, _ message: String) {
            (self.cell, self.message) = (cell, message)
        }

        /// As `Return!E14: what is wrong`.
        public var description: String { "\(cell): \(message)" }
    }

    /// A code that the recipient typed, and where.
    public struct TypedCode: Hashable, Sendable {
        /// Where.
        public let cell: String
        /// The code.
        public let code: Code
    }

    /// What the book calls itself in the form.
    public internal(set) var book = ""
    /// The award it is of; nil where the form no longer says.
    public internal(set) var award: Code?
    /// The period it is for.
    public internal(set) var period: Period?
    /// Which of the forms given out it is.
    public internal(set) var version: Int?
    /// The code over what the form now says it was given out with.
    public internal(set) var check = ""
    /// Spend under each heading.
    public internal(set) var spend: [CategoryAmount] = []
    /// What is expected to be spent in the year.
    public internal(set) var forecast: Money?
    /// Match found.
    public internal(set) var match: [MatchOffer] = []
    /// What was delivered.
    public internal(set) var delivered: [Delivered] = []
    /// Who declares it true.
    public internal(set) var name = ""
    /// As what.
    public internal(set) var position = ""
    /// When.
    public internal(set) var date: Day?
    /// The providers of match that were typed in.
    public internal(set) var typedProviders: [TypedCode] = []
    /// What is wrong, in the order of the form.
    public internal(set) var faults: [Fault] = []

    /// Where the form says whose it is.
    public static let bookCell = "Form!C2", awardCell = "Form!C3", periodCell = "Form!C4",
        versionCell = "Form!C5", checkCell = "Form!C6"
}
