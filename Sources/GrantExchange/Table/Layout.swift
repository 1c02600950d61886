/// Which columns of a sheet a table shows, and how wide each is.
struct Layout {
    /// Their places in the sheet.
    private(set) var places: [Int]
    /// The columns themselves.
    var columns: [Column] { places.map { sheet.columns[$0] } }

    private let sheet: Sheet
    private var widths: [Int]

    init(_ sheet: Sheet, width: Int) {
        self.sheet = sheet
        places = sheet.shownColumns
        widths = sheet.columns.indices.map { place in
            var cells = sheet.rows.map { $0[place].shown }
            if let totals = sheet.totals, totals[place] != .absent {
                cells.append(totals[place].shown)
            }
            let heading = TextWidth.of(sheet.columns[place].heading)
            return cells.reduce(heading) { max($0, TextWidth.of($1)) }
        }
        fit(width)
    }

    /// The width of a whole line.
    var total: Int {
        places.reduce(0) { $0 + widths[$1] } + (1..<max(places.count, 1)).reduce(0) { $0 + gap($1) }
    }

    /// The lines of a row: one, or more where a text goes on in the next.
    func lines(_ cells: [String]) -> [String] {
        let parts = zip(places, cells).map { place, cell in
            sheet.columns[place].wraps ? TextWidth.wrapped(cell, to: widths[place]) : [cell]
        }
        let height = parts.map(\.count).max() ?? 1
        return (0..<height).map { row in
            line(parts.map { $0.indices.contains(row) ? $0[row] : "" })
        }
    }

    /// One line of cells, without spaces at its end.
    func line(_ cells: [String]) -> String {
        var out = ""
        for (index, cell) in cells.enumerated() {
            let place = places[index]
            if index > 0 { out += String(repeating: " ", count: gap(index)) }
            let text = TextWidth.cut(cell, to: widths[place]).replacingBreaks
            out += TableWriter.padded(text, widths[place], sheet.columns[place].alignment)
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

    /// Figures stand three apart, so that they are not read as one.
    private func gap(_ index: Int) -> Int {
        let both = columns[index - 1].alignment == .right && columns[index].alignment == .right
        return both ? 3 : 2
    }

    private mutating func fit(_ width: Int) {
        let least = 12
        while total > width {
            let over = total - width
            let flexible = places.filter { sheet.columns[$0].isFlexible && widths[$0] > least }
            let room = flexible.reduce(0) { $0 + widths[$1] - least }
            if room >= over {
                shrink(flexible, by: over, least: least)
                return
            }
            let droppable = places.filter { sheet.columns[$0].dropOrder != nil }
            guard
                let next = droppable.max(by: {
                    (sheet.columns[$0].dropOrder ?? 0, $0) < (sheet.columns[$1].dropOrder ?? 0, $1)
                })
            else {
                shrink(flexible, by: over, least: least)
                return
            }
            places.removeAll { $0 == next }
        }
    }

    private mutating func shrink(_ flexible: [Int], by over: Int, least: Int) {
        var rest = over
        while rest > 0, let widest = flexible.max(by: { widths[$0] < widths[$1] }),
            widths[widest] > least
        {
            widths[widest] -= 1
            rest -= 1
        }
    }
}

extension String {
    fileprivate var replacingBreaks: String {
        String(map { $0.isNewline ? " " : $0 })
    }
}
