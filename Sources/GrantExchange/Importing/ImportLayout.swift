public import GrantLedger

/// How one file is laid out: which column is which fact, and what holds for all its rows.
public struct ImportLayout: Hashable, Sendable {
    /// A column that is read.
    public struct Column: Hashable, Sendable {
        /// The fact, a year `2019/20`, or a category `spend/STAFF`.
        public let name: String
        /// Where it is, counted from 0.
        public let index: Int
        /// Its heading as it stands.
        public let heading: String
    }

    /// What the file is about.
    public var kind: ImportKind
    /// The columns that are read, by their place.
    public var columns: [Column] = []
    /// Facts that every row has, by name.
    public var constants: [String: String] = [:]
    /// The headings of columns that nothing is read from.
    public var unused: [String] = []
    /// The fact that tells a row from every other.
    public var unique: String?
    /// What parts the columns of a text.
    public var delimiter: Delimiter?
    /// The sheet of a workbook.
    public var sheet: String?
    /// The row its headings stand in.
    public var headingRow = 1
    /// How its dates are written.
    public var dates = ImportProfile.DateOrder.dmy
    /// How its amounts are signed.
    public var sign = ImportProfile.Sign.outPositive

    /// Creates a layout that reads nothing yet.
    public init(kind: ImportKind) { self.kind = kind }

    /// The column of a fact, or nil.
    public func column(_ name: String) -> Column? { columns.first { $0.name == name } }

    /// Whether a fact is stated by a column or for all rows.
    public func states(_ name: String) -> Bool {
        constants[name] != nil || column(name) != nil
    }

    /// The needed facts that nothing states.
    public var missing: [String] {
        var missing = kind.facts.filter { $0.isNeeded && !states($0.name) }.map(\.name)
        let hasYears = columns.contains { ProfileKey($0.name) != nil }
        switch kind {
        case .bids, .awards:
            let hasAmount = states("year") && (states("amount") || states("total"))
            if !hasYears, !states("profile"), !states("bid"), !hasAmount {
                missing.append("profile")
            }
        case .returns:
            let hasCategories = columns.contains { $0.name.hasPrefix(Self.spend) }
            if !hasCategories, !(states("amount") && states("category")) {
                missing += ["category", "amount"].filter { !states($0) }
            }
        case .payments, .costs, .bank:
            if sign == .twoColumns {
                if !states("money-out"), !states("money-in") { missing.append("money-out") }
            } else if !states("amount") {
                missing.append("amount")
            }
        }
        return missing
    }

    /// What stands before a category in the name of its column.
    static let spend = "spend/"
}

extension ImportLayout {
    /// The profile that keeps this layout; nil where a text of it is no plain text.
    public func profile(_ code: Code) -> ImportProfile? {
        var fields: [ImportProfile.Field] = []
        for column in columns.sorted(by: { $0.name < $1.name }) {
            guard let name = Note(column.name), let heading = Note(column.heading) else {
                return nil
            }
            fields.append(.init(name: name, heading: heading))
        }
        for (name, value) in constants.sorted(by: { $0.key < $1.key }) {
            guard let name = Note(name), let value = Note(value) else { return nil }
            fields.append(.init(name: name, value: value))
        }
        return ImportProfile(
            code: code, kind: kind, fields: fields, unique: unique.flatMap(Note.init(_:)),
            delimiter: delimiter.flatMap { Note($0.rawValue) }, sheet: sheet.flatMap(Note.init(_:)),
            headingRow: headingRow, dates: dates, sign: sign)
    }

    /// The layout that a profile keeps, found in the headings of a file.
    ///
    /// - Parameters:
    ///   - profile: the profile.
    ///   - headings: the row of headings as it stands.
    /// - Returns: the layout, and the facts whose heading is not there.
    public static func read(
        _ profile: ImportProfile, headings: IncomingRow
    ) -> (layout: ImportLayout, lost: [String]) {
        var layout = ImportLayout(kind: profile.kind)
        layout.unique = profile.unique?.description
        layout.delimiter = profile.delimiter.flatMap { Delimiter(rawValue: $0.description) }
        layout.sheet = profile.sheet?.description
        layout.headingRow = profile.headingRow
        layout.dates = profile.dates
        layout.sign = profile.sign
        var lost: [String] = []
        for field in profile.fields {
            if let value = field.value { layout.constants["\(field.name)"] = "\(value)" }
            guard let heading = field.heading else { continue }
            let words = trimmed("\(heading)")
            if let index = headings.cells.firstIndex(where: { trimmed($0.text) == words }) {
                layout.columns.append(
                    .init(name: "\(field.name)", index: index, heading: "\(heading)"))
            } else {
                lost.append("\(field.name) (\(heading))")
            }
        }
        layout.noteUnused(headings)
        return (layout, lost)
    }

    mutating func noteUnused(_ headings: IncomingRow) {
        let used = Set(columns.map(\.index))
        unused = headings.cells.indices.filter { !used.contains($0) }
            .map { trimmed(headings[$0].text) }.filter { !$0.isEmpty }
    }

    /// How it reads the file, a line a fact: `amount     column D, “Money out”`.
    public var lines: [(name: String, place: String)] {
        var lines = columns.sorted { $0.index < $1.index }.map { column in
            (column.name, "column \(IncomingCell.letters(of: column.index)), “\(column.heading)”")
        }
        for (name, value) in constants.sorted(by: { $0.key < $1.key }) {
            lines.append((name, "“\(value)” in every row"))
        }
        lines.append(("headings", "row \(headingRow)"))
        if let sheet { lines.append(("sheet", sheet)) }
        if let delimiter { lines.append(("delimiter", delimiter.rawValue)) }
        lines.append(("dates", dates.rawValue))
        if [.payments, .costs, .bank].contains(kind) { lines.append(("sign", sign.rawValue)) }
        lines.append(("unique", unique ?? "none: rows are told apart by all they state"))
        if !unused.isEmpty { lines.append(("not read", unused.joined(separator: ", "))) }
        return lines
    }
}

/// A text without space around it.
func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(String(start.reversed().drop(while: \.isWhitespace)).reversed())
}
