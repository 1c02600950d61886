/// A column of a sheet.
public struct Column: Hashable, Sendable {
    /// What its cells are.
    public enum Kind: Hashable, Sendable { case text, money, number, percent, date }

    /// To which side its cells are set.
    public enum Alignment: Hashable, Sendable { case left, right }

    /// Where it is seen.
    public enum Visibility: Hashable, Sendable {
        /// Always.
        case always
        /// In a table only where some row has more than nil in it; in data always.
        case whenNotNil
        /// In data only.
        case dataOnly
    }

    /// Its name in data: a name of the glossary.
    public let key: String
    /// Its name on paper.
    public let heading: String
    /// What its cells are.
    public let kind: Kind
    /// To which side its cells are set.
    public let alignment: Alignment
    /// Where it is seen.
    public internal(set) var visibility: Visibility
    /// When it is left out of a table that is too wide: the highest number first; nil for never.
    public let dropOrder: Int?
    /// Whether its texts may be cut short where the width does not suffice.
    public let isFlexible: Bool
    /// Whether they then go on in the next line instead.
    public let wraps: Bool

    /// Creates a column; figures stand to the right, words and dates to the left.
    public init(
        _ key: String, _ heading: String, _ kind: Kind = .text, alignment: Alignment? = nil,
        visibility: Visibility = .always, dropOrder: Int? = nil, isFlexible: Bool = false,
        wraps: Bool = false
    ) {
        self.key = key
        self.heading = heading
        self.kind = kind
        let isFigure = kind == .money || kind == .number || kind == .percent
        self.alignment = alignment ?? (isFigure ? .right : .left)
        self.visibility = visibility
        self.dropOrder = dropOrder
        self.isFlexible = isFlexible || wraps
        self.wraps = wraps
    }
}

/// Rows of cells under columns, and perhaps their totals.
public struct Sheet: Hashable, Sendable {
    /// Its name in data where a page has several; nil for a page's one sheet, whose rows are the page's.
    public var key: String?
    /// What it is, on paper.
    public var title: String?
    /// What each cell of a row is.
    public var columns: [Column]
    /// The rows, a cell a column.
    public var rows: [[Cell]]
    /// The last row of figures, if there is one, a cell a column.
    public var totals: [Cell]?
    /// What is said where there are no rows.
    public var empty: String
    /// Whether paper leaves it out where it has no rows; data always has it.
    public var hidesWhenEmpty = false

    /// Creates a sheet.
    public init(
        key: String? = nil, title: String? = nil, columns: [Column], rows: [[Cell]] = [],
        totals: [Cell]? = nil, empty: String = "None."
    ) {
        self.key = key
        self.title = title
        self.columns = columns
        self.rows = rows
        self.totals = totals
        self.empty = empty
    }

    /// The same sheet, which paper leaves out where it has no rows.
    public var hiddenWhenEmpty: Sheet {
        var copy = self
        copy.hidesWhenEmpty = true
        return copy
    }

    /// Whether paper has it.
    var isShown: Bool { !hidesWhenEmpty || !rows.isEmpty }

    /// The columns a table shows, by their place.
    var shownColumns: [Int] {
        columns.indices.filter { place in
            switch columns[place].visibility {
            case .always: true
            case .whenNotNil: rows.contains { !$0[place].isNil }
            case .dataOnly: false
            }
        }
    }
}
