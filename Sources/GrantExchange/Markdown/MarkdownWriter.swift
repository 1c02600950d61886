/// Writes a page as Markdown, for a paper or an issue.
public struct MarkdownWriter: Sendable {
    /// Creates a writer.
    public init() {}

    /// The whole page.
    public func text(of page: Page) -> String {
        var blocks = ["## " + escaped(page.heading)]
        if let subheading = page.subheading { blocks.append(escaped(subheading)) }
        blocks += page.sentences.map(escaped)
        if !page.facts.isEmpty {
            let lines = page.facts.filter { $0.cell != .absent }.map {
                "- \(escaped($0.label)): \(escaped($0.cell.shown))"
            }
            blocks.append(lines.joined(separator: "\n"))
        }
        for sheet in page.sheets where sheet.isShown {
            if let title = sheet.title { blocks.append("### " + escaped(title)) }
            blocks.append(table(sheet))
        }
        for signature in page.signatures {
            blocks += ["### " + escaped(signature.who), escaped(signature.statement)]
            blocks.append(Signature.blanks.map { "- \($0):" }.joined(separator: "\n"))
        }
        blocks += page.envelope.footer.map(escaped)
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private func table(_ sheet: Sheet) -> String {
        guard !sheet.rows.isEmpty else { return sheet.empty }
        let shown = sheet.shownColumns
        let columns = shown.map { sheet.columns[$0] }
        var lines = [line(columns.map { escaped($0.heading) })]
        lines.append(line(columns.map { $0.alignment == .right ? "---:" : "---" }))
        for row in sheet.rows { lines.append(line(shown.map { escaped(row[$0].shown) })) }
        if let totals = sheet.totals {
            lines.append(
                line(shown.map { totals[$0] == .absent ? "" : "**\(escaped(totals[$0].shown))**" }))
        }
        return lines.joined(separator: "\n")
    }

    private func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

    private func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", "|", "*", "_", "`", "[", "]", "#": out += "\\" + String(scalar)
            case "<": out += "&lt;"
            case "&": out += "&amp;"
            case "\n": out += "<br>"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
