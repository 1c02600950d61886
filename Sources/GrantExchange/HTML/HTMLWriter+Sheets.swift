extension HTMLWriter {
    /// A sheet as a table that scrolls by itself where the screen is too narrow for it.
    ///
    /// - Parameters:
    ///   - sheet: the figures.
    ///   - id: what it is called in the page.
    ///   - level: which heading its title is.
    /// - Returns: the markup, ending in a line break.
    func markup(of sheet: Sheet, id: String, level: Int) -> String {
        let title = HTML.words(sheet.title ?? "Figures")
        let heading = "<h\(level) id=\"\(id)-title\">\(title)</h\(level)>"
        guard !sheet.rows.isEmpty else {
            return heading + "\n<p class=\"none\">\(HTML.words(sheet.empty))</p>\n"
        }
        let columns = sheet.shownColumns.map { place in
            Shown(place: place, column: sheet.columns[place], look: sheet.look(of: place))
        }
        let wide = columns.count > 9 ? " wide" : columns.count > 7 ? " broad" : ""
        let short = sheet.rows.count <= 14 ? " short" : ""
        return """
            <div class="scroll\(short)" role="group" aria-labelledby="\(id)-title" tabindex="0">
            <table class="figures\(wide)">
            <caption>\(heading)</caption>
            <thead>
            \(head(columns))
            </thead>
            <tbody>
            \(sheet.rows.map { row(columns, $0) }.joined(separator: "\n"))
            </tbody>
            \(totals(columns, sheet))</table>
            </div>

            """
    }

    private struct Shown {
        let place: Int
        let column: Column
        let look: String
    }

    private func head(_ columns: [Shown]) -> String {
        let cells = columns.map { shown in
            HTML.tag(
                "th", [("scope", "col"), ("class", shown.look)], HTML.words(shown.column.heading))
        }
        return "<tr>" + cells.joined() + "</tr>"
    }

    private func row(_ columns: [Shown], _ row: [Cell]) -> String {
        let cells = zip(0..., columns).map { number, shown in
            let words = linked(shown.column.key, row[shown.place])
            guard number == 0 else { return HTML.tag("td", [("class", shown.look)], words) }
            return HTML.tag("th", [("scope", "row"), ("class", shown.look)], words)
        }
        return "<tr>" + cells.joined() + "</tr>"
    }

    /// The last row: its label stands first, whichever columns are shown.
    private func totals(_ columns: [Shown], _ sheet: Sheet) -> String {
        guard let totals = sheet.totals, let first = columns.first else { return "" }
        let label: String
        if case .text(let text) = totals[first.place] { label = text } else { label = "Total" }
        let cells = columns.dropFirst().map { shown in
            let cell = totals[shown.place]
            let isBlank = cell == .absent || cell == .text(label)
            return HTML.tag("td", [("class", shown.look)], isBlank ? "" : HTML.words(cell.shown))
        }
        return "<tfoot>\n<tr><th scope=\"row\" class=\"\(first.look)\">\(HTML.words(label))</th>"
            + cells.joined() + "</tr>\n</tfoot>\n"
    }
}

extension Sheet {
    /// How a column is set: figures to the right, short words on one line, long ones in lines.
    fileprivate func look(of place: Int) -> String {
        let column = columns[place]
        if column.alignment == .right { return "figure" }
        let longest = rows.map { $0[place].shown.count }.max() ?? 0
        if column.kind == .date || longest <= 14 { return "word" }
        return longest <= 40 ? "words" : "prose"
    }
}
