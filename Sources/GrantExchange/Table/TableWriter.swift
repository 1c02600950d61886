import GrantLedger

/// Writes a page in aligned columns for a person.
///
/// Where a sheet is too wide, texts that may be are cut short or wrapped as far as they stay readable; where that does
/// not suffice, columns are dropped in the order they allow, and then the figures stand in two blocks one below the
/// other. A column the sum needs is never dropped.
public struct TableWriter: Sendable {
    /// How many columns there are, at least 60.
    public let width: Int

    private let ink: Ink

    /// Creates a writer for a width.
    public init(width: Int, ink: Ink = .none) { (self.width, self.ink) = (max(width, 60), ink) }

    /// The whole page.
    public func text(of page: Page) -> String {
        var blocks: [[String]] = []
        var head = TextWidth.wrapped(page.heading, to: width).map(ink.strong)
        if let subheading = page.subheading { head += TextWidth.wrapped(subheading, to: width) }
        blocks.append(head)
        if !page.sentences.isEmpty {
            blocks.append(page.sentences.flatMap { TextWidth.wrapped($0, to: min(width, 80)) })
        }
        let facts = page.facts.filter { $0.cell != .absent }
        if !facts.isEmpty { blocks.append(lines(of: facts)) }
        for sheet in page.sheets where sheet.isShown { blocks.append(lines(of: sheet)) }
        if !page.bars.isEmpty { blocks.append(lines(of: page.bars)) }
        for signature in page.signatures {
            blocks.append(
                [signature.who] + TextWidth.wrapped(signature.statement, to: min(width, 80))
                    + Signature.blanks.map { Self.padded($0, 11, .left) + Self.line })
        }
        if page.bars.isEmpty || page.sheets.isEmpty {
            blocks.append(page.envelope.footer)
        } else {
            blocks[blocks.count - 1] += page.envelope.footer
        }
        return blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// Something to write on.
    private static let line = String(repeating: "_", count: 40)

    private func lines(of facts: [Fact]) -> [String] {
        let indent = (facts.map { TextWidth.of($0.label) }.max() ?? 0) + 2
        return facts.flatMap { fact in
            let value: String
            if case .money(let amount) = fact.cell {
                value = amount.description
            } else if case .date(let day) = fact.cell {
                value = day.prose
            } else {
                value = fact.cell.shown
            }
            let lines = TextWidth.wrapped(value, to: max(width - indent, 20), breaksWords: true)
            return lines.enumerated().map { place, line in
                Self.padded(place == 0 ? fact.label : "", indent, .left) + line
            }
        }
    }

    private func lines(of bars: [Bar]) -> [String] {
        let indent = (bars.map { TextWidth.of($0.label) }.max() ?? 0) + 2
        let noteWidth = (bars.map { TextWidth.of($0.note) }.max() ?? 0) + 2
        var lines = bars.map { bar in
            let note = bar.note.isEmpty ? "" : "  " + bar.note
            return Self.padded(bar.label, indent, .left)
                + bar.drawn(width: min(40, max(width - indent - noteWidth, 10))) + note
        }
        if let legend = bars.first?.legend {
            lines.append(String(repeating: " ", count: indent) + legend)
        }
        return lines
    }
}

extension TableWriter {
    private func lines(of sheet: Sheet) -> [String] {
        let title = sheet.title.map { [$0] } ?? []
        guard !sheet.rows.isEmpty else {
            return [sheet.title.map { "\($0): \(sheet.empty.lowercasedFirst)" } ?? sheet.empty]
        }
        var lines = title
        for (number, layout) in Layout.parts(sheet, width: width).enumerated() {
            if number > 0 { lines.append("") }
            lines += layout.headings
            lines.append(String(repeating: "-", count: layout.total))
            lines += sheet.rows.flatMap { row in
                layout.lines(layout.places.map { row[$0].shown }, ink)
            }
            if let totals = sheet.totals { lines.append(layout.line(totals: totals)) }
        }
        return lines
    }

    static func padded(_ text: String, _ width: Int, _ side: Column.Alignment) -> String {
        let space = String(repeating: " ", count: max(width - TextWidth.of(text), 0))
        return side == .left ? text + space : space + text
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
