public import GrantLedger

/// What one command has to say: a heading, sentences, facts, sheets and bars, with no layout.
///
/// A page is a value. The writers turn it into a table, CSV, TSV, JSON, lines of JSON or Markdown.
public struct Page: Hashable, Sendable {
    /// The name and version of its data: `report.spend/1`; JSON says `almoner.report.spend/1`.
    public var schema: String
    /// What it is.
    public var heading: String
    /// Whose it is and in which unit.
    public var subheading: String?
    /// The answer in words, above the figures.
    public var sentences: [String]
    /// Named values about one thing.
    public var facts: [Fact]
    /// The figures.
    public var sheets: [Sheet]
    /// The figures once more, drawn.
    public var bars: [Bar]
    /// The figures as pictures, for forms that can hold them.
    public var charts: [Chart] = []
    /// What is wrong with the book itself, so that no figure is read in silence.
    public var warnings: [String] = []
    /// Who signs it, and to what; empty where nobody does.
    public var signatures: [Signature] = []
    /// Whether it is made to stand on one sheet of paper.
    public var isOneSheet = false
    /// What was asked of which book.
    public var envelope: Envelope

    /// Creates a page.
    public init(
        schema: String, heading: String, subheading: String? = nil, sentences: [String] = [],
        facts: [Fact] = [], sheets: [Sheet] = [], bars: [Bar] = [], envelope: Envelope
    ) {
        self.schema = schema
        self.heading = heading
        self.subheading = subheading
        self.sentences = sentences
        self.facts = facts
        self.sheets = sheets
        self.bars = bars
        self.envelope = envelope
    }
}

/// A named value about one thing, such as an award's recipient.
public struct Fact: Hashable, Sendable {
    /// Its name in data.
    public let key: String
    /// Its name on paper.
    public let label: String
    /// The value.
    public let cell: Cell

    /// Creates a fact.
    public init(_ key: String, _ label: String, _ cell: Cell) {
        (self.key, self.label, self.cell) = (key, label, cell)
    }
}

/// A place for somebody's signature.
public struct Signature: Hashable, Sendable {
    /// Who signs, by their office.
    public let who: String
    /// What they say by it.
    public let statement: String

    /// What is left open for a pen.
    static let blanks = ["Name", "Signature", "Date"]

    /// Creates a place for a signature.
    public init(_ who: String, _ statement: String) {
        (self.who, self.statement) = (who, statement)
    }
}

/// What was asked of which book, so that every page can be traced and asked again.
public struct Envelope: Hashable, Sendable {
    /// The office whose book it is.
    public var office: String
    /// The book's file, without its folder.
    public var book: String
    /// The command as typed, without the book, `--known-at`, and the form and place of the answer.
    public var question: [String]
    /// The day as at which it is told.
    public var asAt: Day?
    /// What it is grouped by, outermost first.
    public var by: [String]?
    /// How many entries were known: all the book had, or fewer where `--known-at` asked so.
    public var entries: Int
    /// The chain hash of the newest, 64 hexadecimal digits.
    public var chain: String
    /// Whether who acts authorises too: the office has no second person on that day.
    public var isSinglePerson: Bool

    /// Creates an envelope.
    public init(
        office: String, book: String, question: [String], asAt: Day? = nil,
        by: [String]? = nil, entries: Int, chain: String,
        isSinglePerson: Bool = false
    ) {
        self.office = office
        self.book = book
        self.question = question
        self.asAt = asAt
        self.by = by
        self.entries = entries
        self.chain = chain
        self.isSinglePerson = isSinglePerson
    }

    /// The last lines of a page: `kent.almoner, 123 entries, chain 3f9a61c2…`, and whether one
    /// person does it all.
    public var footer: [String] {
        let noun = entries == 1 ? "entry" : "entries"
        let single = "Single-person office: who acts authorises too."
        return ["\(book), \(entries) \(noun), chain \(chain.prefix(8))…"]
            + (isSinglePerson ? [single] : [])
    }
}
