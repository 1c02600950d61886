public import GrantLedger

/// What the workbook of a monitoring return is made from: what the recipient is told, and what is
/// asked.
public struct ReturnFormContent: Hashable, Sendable {
    /// A heading of cost of the award, of one of its funds.
    public struct Line: Hashable, Sendable {
        /// The fund, where the award has several in the year.
        public let fund: Code?
        /// The heading.
        public let category: Code
        /// What the heading is called.
        public let name: String
        /// What the award has for it in the year.
        public let budget: Money
        /// What earlier returns of the year reported.
        public let reported: Money

        /// Creates a heading.
        public init(fund: Code?, category: Code, name: String, budget: Money, reported: Money) {
            self.fund = fund
            self.category = category
            self.name = name
            self.budget = budget
            self.reported = reported
        }
    }

    /// Who is known to put match to the award.
    public struct Provider: Hashable, Sendable {
        /// The provider.
        public let from: Code
        /// In money or in kind.
        public let kind: MatchOffer.Kind

        /// Creates a provider.
        public init(from: Code, kind: MatchOffer.Kind) { (self.from, self.kind) = (from, kind) }
    }

    /// What every record calls the book.
    public var book: String
    /// Whose book it is.
    public var office: String
    /// The award.
    public var award: Code
    /// Its title.
    public var title: String
    /// Who receives it.
    public var recipient: String
    /// What the return covers.
    public var period: Period
    /// 1 for the first given out.
    public var version: Int
    /// Its headings of cost.
    public var lines: [Line]
    /// Who is known to put match to it in the year.
    public var providers: [Provider]
    /// What earlier returns counted.
    public var outputs: [String]

    /// Creates the content of a form.
    public init(
        book: String, office: String, award: Code, title: String, recipient: String,
        period: Period, version: Int, lines: [Line], providers: [Provider] = [],
        outputs: [String] = []
    ) {
        self.book = book
        self.office = office
        self.award = award
        self.title = title
        self.recipient = recipient
        self.period = period
        self.version = version
        self.lines = lines
        self.providers = providers
        self.outputs = outputs
    }

    /// The code that ties the workbook to what it was given out with: 12 hexadecimal digits.
    public var check: String { ReturnFormRecord(self).check }
}
