/// Which columns of a sheet a table shows, and how wide each is.
struct Layout {
    /// Their places in the sheet.
    private(set) var places: [Int]
    /// The columns themselves.
    var columns: [Column] { places.map { sheet.columns[$0] } }

    private let sheet: Sheet
    private var widths: [Int]
    private var isTight = false

    /// The narrowest that a text may become before columns are dropped, and at the last.
    private static let (readable, least) = (12, 6)

    private init(_ sheet: Sheet) {
        self.sheet = sheet
        places = sheet.shownColumns
        widths = sheet.columns.indices.map { place in
            max(Self.cells(sheet, place), TextWidth.of(sheet.columns[place].heading))
        }
    }

    /// The layouts of a sheet: one, or several one below the other where its figures do not fit side
    /// by side; then each begins with the columns that say whose figures they are.
    static func parts(_ sheet: Sheet, width: Int) -> [Layout] {
        var layout = Layout(sheet)
        layout.fit(width)
        if layout.total > width { layout.isTight = true }
        return layout.total > width ? layout.split(width) : [layout]
    }

    /// The width of a whole line.
    var total: Int {
        places.reduce(0) { $0 + widths[$1] } + (1..<max(places.count, 1)).reduce(0) { $0 + gap($1) }
    }

    /// The lines of the headings: one, or more where a heading is broken to save width.
    var headings: [String] {
        let parts = places.map { place in
            TextWidth.wrapped(sheet.columns[place].heading, to: widths[place])
        }
        let height = parts.map(\.count).max() ?? 1
        return (0..<height).map { row in
            line(
                parts.map { part in
                    let above = height - part.count
                    return row < above ? "" : part[row - above]
                })
        }
    }

    /// The lines of a row: one, or more where a text goes on in the next.
    func lines(_ cells: [String], _ ink: Ink = .none) -> [String] {
        let parts = zip(places, cells).map { place, cell in
            sheet.columns[place].wraps ? TextWidth.wrapped(cell, to: widths[place]) : [cell]
        }
        let height = parts.map(\.count).max() ?? 1
        return (0..<height).map { row in
            line(parts.map { $0.indices.contains(row) ? $0[row] : "" }, ink)
        }
    }

    /// One line of cells, without spaces at its end.
    func line(_ cells: [String], _ ink: Ink = .none) -> String {
        var out = ""
        for (index, cell) in cells.enumerated() {
            let place = places[index]
            if index > 0 { out += String(repeating: " ", count: gap(index)) }
            let text = TextWidth.cut(cell, to: widths[place]).replacingBreaks
            let padded = TableWriter.padded(text, widths[place], sheet.columns[place].alignment)
            out += ink.cell(text, padded)
        }
        while out.last == " " { out.removeLast() }
        return out
    }

    /// The line of totals; its first word moves to a column of words that is shown.
    func line(totals: [Cell]) -> String {
        var totals = totals
        if case .text? = totals.first, places.first != 0,
            let place = places.first(where: {
                sheet.columns[$0].kind == .text && totals[$0] == .absent
            })
        {
            totals[place] = totals[0]
        }
        return line(places.map { totals[$0] == .absent ? "" : totals[$0].shown })
    }

    /// Figures stand three apart, so that they are not read as one; two where that makes them fit.
    private func gap(_ index: Int) -> Int {
        let both = columns[index - 1].alignment == .right && columns[index].alignment == .right
        return both && !isTight ? 3 : 2
    }

    private static func cells(_ sheet: Sheet, _ place: Int) -> Int {
        var cells = sheet.rows.map { $0[place].shown }
        if let totals = sheet.totals, totals[place] != .absent { cells.append(totals[place].shown) }
        return cells.reduce(0) { max($0, TextWidth.of($1)) }
    }
}

extension Layout {
    /// Saves width: headings go on in a second line, texts are cut or wrapped as far as they stay
    /// readable, columns are dropped in the order they allow, texts become narrower still.
    private mutating func fit(_ width: Int) {
        shrink(to: width, least: Self.readable)
        guard total > width else { return }
        breakHeadings(to: width)
        while total > width, let next = nextDropped {
            places.removeAll { $0 == next }
            shrink(to: width, least: Self.readable)
        }
        shrink(to: width, least: Self.least)
    }

    /// The column that is dropped before the others.
    private var nextDropped: Int? {
        places.filter { sheet.columns[$0].dropOrder != nil }.max {
            (sheet.columns[$0].dropOrder ?? 0, $0) < (sheet.columns[$1].dropOrder ?? 0, $1)
        }
    }

    /// Breaks headings that are wider than what stands below them, as far as it is needed.
    private mutating func breakHeadings(to width: Int) {
        for place in places where total > width {
            let words = sheet.columns[place].heading.split(separator: " ").map {
                TextWidth.of(String($0))
            }
            widths[place] = min(
                widths[place], max(Self.cells(sheet, place), words.max() ?? 0, 1))
        }
    }

    /// Takes from the widest text that may be cut, a sign at a time, until all fits or none is left.
    private mutating func shrink(to width: Int, least: Int) {
        let flexible = places.filter { sheet.columns[$0].isFlexible }
        let room = flexible.reduce(0) { $0 + max(widths[$1] - least, 0) }
        guard least == Self.least || room >= total - width else { return }
        while total > width, let widest = flexible.max(by: { widths[$0] < widths[$1] }),
            widths[widest] > least
        {
            widths[widest] -= 1
        }
    }

    /// Parts the columns: each part begins with the words that come before the first figure.
    private func split(_ width: Int) -> [Layout] {
        var parts: [Layout] = []
        var part = self
        part.isTight = false
        part.places = []
        for place in places.prefix(while: { sheet.columns[$0].alignment == .left }) {
            part.places.append(place)
            if part.total > width / 2 {
                part.places.removeLast()
                break
            }
        }
        let keys = part.places
        for place in places.dropFirst(keys.count) {
            part.places.append(place)
            if part.total > width, part.places.count > keys.count + 1 {
                part.places.removeLast()
                parts.append(part)
                part.places = keys + [place]
            }
        }
        return parts + [part]
    }
}

extension String {
    fileprivate var replacingBreaks: String {
        String(map { $0.isNewline ? " " : $0 })
    }
}
