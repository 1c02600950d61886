import GrantLedger

/// Writes a page as one file of HTML that asks for nothing else: no script, no picture, no font.
public struct HTMLWriter: Sendable {
    let place: SitePlace?

    /// Creates a writer.
    ///
    /// - Parameter place: where the page stands among others; nil where it stands alone.
    public init(place: SitePlace? = nil) { self.place = place }

    /// The whole file.
    public func text(of page: Page) -> String {
        let sections = sections(of: page)
        let blocks = [
            warning(page), HTML.tag("h1", [], HTML.words(page.heading)),
            page.subheading.map { HTML.tag("p", [("class", "under")], HTML.words($0)) },
            answer(page), contents(sections), facts(page),
            page.charts.isEmpty ? nil : ChartWriter.patterns,
        ]
        let parts = blocks.compactMap(\.self) + sections.map(\.markup)
        let body = (parts + page.signatures.map(signature)).joined(separator: "\n")
        return head(page) + header(page) + "<main id=\"main\" tabindex=\"-1\">\n" + body
            + "\n</main>\n" + footer(page)
    }

    /// A part of a page under a heading of its own.
    struct Section {
        let id: String
        let title: String
        let markup: String
    }

    private func sections(of page: Page) -> [Section] {
        var sections: [Section] = []
        for (number, chart) in zip(1..., page.charts) {
            let id = "chart-\(number)"
            let drawn = ChartWriter(id: id).markup(of: chart)
            let table = chart.sheet.map { markup(of: $0, id: "\(id)-table", level: 3) } ?? ""
            sections.append(
                Section(
                    id: id, title: chart.heading,
                    markup: "<section id=\"\(id)\">\n"
                        + HTML.tag("h2", [], HTML.words(chart.heading))
                        + "\n" + drawn + table + "</section>"))
        }
        for (number, sheet) in zip(1..., page.sheets.filter(\.isShown)) {
            let id = "table-\(number)"
            let isNarrow = page.isOneSheet && sheet.shownColumns.count < 3
            let narrow = isNarrow ? " class=\"narrow\"" : ""
            sections.append(
                Section(
                    id: id, title: sheet.title ?? "Figures",
                    markup: "<section id=\"\(id)\"\(narrow)>\n"
                        + markup(of: sheet, id: "\(id)-table", level: 2) + "</section>"))
        }
        return sections
    }

    private func warning(_ page: Page) -> String? {
        guard !page.warnings.isEmpty else { return nil }
        let lines = page.warnings.map { HTML.tag("p", [], HTML.words($0)) }
        return "<section class=\"warning\" aria-labelledby=\"warning\">\n"
            + "<h2 id=\"warning\">Something is wrong with this book</h2>\n"
            + lines.joined(separator: "\n") + "\n</section>"
    }

    /// A place for a pen: who signs, to what, and lines to write on.
    private func signature(_ signature: Signature) -> String {
        let lines = Signature.blanks.map { "<div><dt>\($0)</dt><dd></dd></div>" }
        return "<section class=\"signature\">\n" + HTML.tag("h2", [], HTML.words(signature.who))
            + "\n" + HTML.tag("p", [], HTML.words(signature.statement)) + "\n<dl>\n"
            + lines.joined(separator: "\n") + "\n</dl>\n</section>"
    }

    private func answer(_ page: Page) -> String? {
        guard !page.sentences.isEmpty else { return nil }
        let lines = page.sentences.map { HTML.tag("p", [], HTML.words($0)) }
        return "<div class=\"answer\">\n" + lines.joined(separator: "\n") + "\n</div>"
    }

    /// The way to the parts of a long page.
    private func contents(_ sections: [Section]) -> String? {
        guard sections.count > 3 else { return nil }
        let items = sections.map {
            "<li><a href=\"#\($0.id)\">\(HTML.words($0.title))</a></li>"
        }
        return "<nav class=\"contents\" aria-labelledby=\"contents\">\n"
            + "<h2 id=\"contents\">On this page</h2>\n<ul>\n" + items.joined(separator: "\n")
            + "\n</ul>\n</nav>"
    }

    private func facts(_ page: Page) -> String? {
        let known = page.facts.filter { $0.cell != .absent && $0.cell != .list([]) }
        guard !known.isEmpty else { return nil }
        let rows = known.map { fact in
            "<div><dt>\(HTML.words(fact.label))</dt><dd>\(value(fact))</dd></div>"
        }
        return "<dl class=\"facts\">\n" + rows.joined(separator: "\n") + "\n</dl>"
    }

    private func value(_ fact: Fact) -> String {
        switch fact.cell {
        case .money(let amount): amount.description
        case .date(let day): day.prose
        default: linked(fact.key, fact.cell)
        }
    }

    /// What a cell shows, as a link where there is a page for it.
    func linked(_ key: String, _ cell: Cell) -> String {
        let words = HTML.words(cell.shown)
        guard case .text(let text) = cell, let file = place?.file(of: key, text) else {
            return words
        }
        return HTML.tag("a", [("href", file)], words)
    }
}
