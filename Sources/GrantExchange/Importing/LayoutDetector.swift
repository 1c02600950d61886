public import GrantLedger

/// Finds out how a file is laid out from its headings and all its values.
public struct LayoutDetector {
    private let kind: ImportKind
    private let hints: LayoutHints
    private var evidence = LayoutEvidence()

    /// Creates a detector.
    public init(_ kind: ImportKind, hints: LayoutHints = LayoutHints()) {
        (self.kind, self.hints) = (kind, hints)
    }

    /// Reads a table to its end.
    ///
    /// - Parameter table: the table from its first row; it is read, a row at a time.
    /// - Returns: what it suggests; nil for a table without a row of headings.
    /// - Throws: ``UnreadableFile`` where it cannot be read.
    public mutating func detect(
        _ table: inout some IncomingTable
    ) throws(UnreadableFile) -> DetectedLayout? {
        var first: [IncomingRow] = []
        while first.count < 20, let row = try table.next() { first.append(row) }
        guard let headings = headingRow(in: first) else { return nil }
        var layout = ImportLayout(kind: kind)
        layout.headingRow = headings.number
        layout.constants = hints.constants
        let lost = assign(headings, to: &layout)
        for row in first where row.number > headings.number { evidence.take(row, layout) }
        while let row = try table.next() { evidence.take(row, layout) }
        layout.sign = hints.sign ?? sign(of: layout)
        layout.unique = unique(of: layout)
        layout.dates = hints.dates ?? evidence.dates ?? .dmy
        let isOpen = hints.dates == nil && evidence.dates == nil
        return DetectedLayout(
            layout: layout, openDates: isOpen ? evidence.openDate : nil, lost: lost,
            headings: headings.cells.map { trimmed($0.text) }.filter { !$0.isEmpty })
    }

    /// The row that has the most headings that are known, among the first.
    private func headingRow(in rows: [IncomingRow]) -> IncomingRow? {
        if let number = hints.headingRow { return rows.first { $0.number == number } }
        let counted = rows.map { row in
            (row: row, count: row.cells.filter { isKnown($0.text) }.count)
        }
        let best = counted.map(\.count).max() ?? 0
        return best > 0 ? counted.first { $0.count == best }?.row : rows.first
    }

    private func isKnown(_ text: String) -> Bool {
        let words = Heading.words(text)
        if hints.headings.values.contains(where: { trimmed($0) == trimmed(text) }) { return true }
        return kind.facts.contains { $0.headings.contains(words) }
            || kind.hasYears && Heading.profileKey(text) != nil
    }

    /// Gives each column to the fact whose heading it bears; what a person said comes first.
    private func assign(_ headings: IncomingRow, to layout: inout ImportLayout) -> [String] {
        var lost: [String] = []
        var free = Set(headings.cells.indices)
        func take(_ name: String, _ index: Int) {
            free.remove(index)
            layout.columns.append(
                .init(name: name, index: index, heading: trimmed(headings[index].text)))
        }
        for (name, heading) in hints.headings.sorted(by: { $0.key < $1.key }) {
            let index = headings.cells.indices.first {
                trimmed(headings[$0].text) == trimmed(heading)
                    || Heading.words(headings[$0].text) == Heading.words(heading)
            }
            guard let index else {
                lost.append(heading)
                continue
            }
            take(ProfileKey(name).map { _ in name } ?? name, index)
        }
        if kind.hasYears {
            for index in free.sorted() {
                if let key = Heading.profileKey(headings[index].text), !layout.states(key) {
                    take(key, index)
                }
            }
        }
        var ranked: [(rank: Int, order: Int, name: String, index: Int)] = []
        for (order, fact) in kind.facts.enumerated() where !layout.states(fact.name) {
            for index in free {
                let words = Heading.words(headings[index].text)
                if let rank = fact.headings.firstIndex(of: words) {
                    ranked.append((rank, order, fact.name, index))
                }
            }
        }
        for found in ranked.sorted(by: {
            ($0.rank, $0.order, $0.index) < ($1.rank, $1.order, $1.index)
        })
        where free.contains(found.index) && !layout.states(found.name) {
            take(found.name, found.index)
        }
        if kind.hasCategories, !layout.states("category") {
            for index in free.sorted() {
                if let code = category(headings[index].text) { take("spend/\(code)", index) }
            }
        }
        layout.noteUnused(headings)
        return lost
    }

    private func category(_ heading: String) -> Code? {
        let words = Heading.words(heading)
        return hints.categories.first { code, name in
            Heading.words("\(code)") == words || Heading.words(name) == words
        }?.key ?? (words == "general" ? .general : nil)
    }

    private func sign(of layout: ImportLayout) -> ImportProfile.Sign {
        if layout.column("money-out") != nil || layout.column("money-in") != nil,
            layout.column("amount") == nil
        {
            return .twoColumns
        }
        if kind == .bank { return .outNegative }
        return evidence.negatives > evidence.positives ? .outNegative : .outPositive
    }

    private func unique(of layout: ImportLayout) -> String? {
        if let asked = hints.unique { return asked.isEmpty ? nil : asked }
        return ["code", "reference"].first { name in
            layout.column(name) != nil && evidence.isUnique(name)
        }
    }
}
