import GrantLedger

/// One table of a workbook, written a row at a time and never held.
///
/// Headings are frozen and have filters; the totals stand two rows below, so that no filter hides
/// them. A total that is the plain sum of its column is a live formula; another is written as the
/// report says it.
final class TableSheet {
    private let sheet: WorkbookSheet
    private let columns: [Column]
    private let looks: [WorkbookLook]
    private let empty: String
    /// The columns that paper leaves out: there, and folded away.
    let folded: Set<Int>
    private var sums: [Int64?]
    /// How many rows it has.
    private(set) var count = 0
    /// The headings of totals that are written as values.
    private(set) var fixedTotals: [String] = []

    /// The name of its sheet.
    var name: String { sheet.name }

    /// Whether no row fits below any more: the heading and the totals take some.
    var isFull: Bool { count >= WorkbookSheet.greatestRows - 4 }

    init(_ sheet: WorkbookSheet, _ head: Sheet, footer: String) throws(WorkbookFault) {
        self.sheet = sheet
        columns = head.columns
        looks = head.columns.map(WorkbookLook.init)
        empty = head.empty
        folded = Set(
            head.columns.indices.filter { place in
                switch head.columns[place].visibility {
                case .always: false
                case .whenNotNil: !head.rows.isEmpty && head.rows.allSatisfy { $0[place].isNil }
                case .dataOnly: true
                }
            })
        sums = columns.map { $0.kind == .money || $0.kind == .number ? 0 : nil }
        try sheet.setUpPage(footer: footer, repeating: 0)
        for (place, width) in Self.widths(head).enumerated() {
            try sheet.set(width: width, ofColumn: place, isFolded: folded.contains(place))
        }
        for (place, heading) in headings.enumerated() {
            let isFigure = columns[place].alignment == .right
            try sheet.write(
                .text(heading), row: 0, column: place, isFigure ? .headingRight : .heading)
        }
        sheet.freeze(above: 1)
    }

    /// Writes the next row.
    func add(_ row: [Cell]) throws(WorkbookFault) {
        guard !isFull else { throw .tooMuch("\(name) has more rows than a sheet holds") }
        count += 1
        for (place, cell) in row.enumerated() where cell != .absent {
            try sheet.write(cell, row: count, column: place, looks[place])
            count(cell, place)
        }
    }

    /// Ends the table, with its totals where there are some.
    func end(totals: [Cell]?) throws(WorkbookFault) {
        let last = max(count, 1)
        if count == 0 {
            try sheet.write(.text(empty), row: 3, column: 0, .text)
        } else if let totals {
            for (place, cell) in totals.enumerated() where cell != .absent {
                try write(total: cell, place)
            }
        }
        try sheet.table(headings, lastRow: last)
    }

    private func write(total cell: Cell, _ place: Int) throws(WorkbookFault) {
        let row = count + 2
        let look = looks[place].total
        let letter = IncomingCell.letters(of: place)
        if let sum = sums[place], cell == .money(Money(pence: sum)) || cell == .number(Int(sum)) {
            try sheet.write(
                formula: "=SUBTOTAL(109,\(letter)2:\(letter)\(count + 1))", value: cell, row: row,
                column: place, look)
            return
        }
        if case .text = cell {} else { fixedTotals.append(headings[place]) }
        try sheet.write(cell, row: row, column: place, look)
    }

    /// Adds a figure to the sum of its column; a column of mixed figures has no plain sum.
    private func count(_ cell: Cell, _ place: Int) {
        guard let sum = sums[place] else { return }
        switch (cell, columns[place].kind) {
        case (.money(let amount), .money): sums[place] = sum + amount.pence
        case (.number(let number), .number): sums[place] = sum + Int64(number)
        default: sums[place] = nil
        }
    }

    /// The headings on paper; where two are alike, the later has its name in data beside it.
    private var headings: [String] {
        var taken: Set<String> = []
        return columns.map { column in
            var heading = column.heading.isEmpty ? column.key : column.heading
            if taken.contains(heading.lowercased()) { heading += " (\(column.key))" }
            while taken.contains(heading.lowercased()) { heading += "'" }
            taken.insert(heading.lowercased())
            return heading
        }
    }

    /// What suits the heading and the first rows; words go on in the next line.
    private static func widths(_ head: Sheet) -> [Int] {
        head.columns.indices.map { place in
            let column = head.columns[place]
            let cells = head.rows.prefix(1_000).map { TextWidth.of($0[place].shown) }
            let total = head.totals.map { TextWidth.of($0[place].shown) } ?? 0
            let least = column.kind == .money ? 14 : column.kind == .date ? 12 : 8
            let widest = max(cells.max() ?? 0, total, TextWidth.of(column.heading) + 2, least)
            return min(widest + 2, 48)
        }
    }
}
