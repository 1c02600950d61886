/// Reads a page of HTML that this program wrote as figures: each tag and each text, with its row and
/// column where it stands in a table.
package struct FiledHTML {
    private var figures: [FiledFigure] = []
    private var title = ""
    private var headings: [String] = []
    private var row = ""
    private var cell = 0
    private var open = ""

    /// The figures of a page.
    package static func figures(_ text: String) -> [FiledFigure] {
        var reader = FiledHTML()
        var rest = text.utf8[...]
        while let first = rest.first {
            let isTag = first == UInt8(ascii: "<")
            let end =
                isTag
                ? rest.firstIndex(of: UInt8(ascii: ">")).map { rest.index(after: $0) }
                : rest.firstIndex(of: UInt8(ascii: "<"))
            let piece = String(decoding: rest[..<(end ?? rest.endIndex)], as: UTF8.self)
            rest = rest[(end ?? rest.endIndex)...]
            if isTag { reader.tag(piece) } else { reader.text(piece) }
        }
        return reader.figures
    }

    private mutating func tag(_ tag: String) {
        open = String(tag.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "/" })
        switch open {
        case "table": (headings, row, cell) = ([], "", 0)
        case "tr": (row, cell) = ("", 0)
        case "td", "th": cell += 1
        default: break
        }
        figures.append(FiledFigure(place, tag))
    }

    private mutating func text(_ text: String) {
        let name = text.asPlace
        switch open {
        case "h1", "h2", "caption": title = name
        case "th" where row.isEmpty && cell > headings.count: headings.append(name)
        default: break
        }
        if cell == 1, row.isEmpty { row = name }
        figures.append(FiledFigure(place, text))
    }

    private var place: String {
        guard cell > 0 else { return title.isEmpty ? "its head" : title }
        let column = headings.indices.contains(cell - 1) ? headings[cell - 1] : "column \(cell)"
        return "\(title), row \(row.isEmpty ? "of headings" : row), \(column)"
    }

    /// The content of the tag that says what the page was asked.
    package static func source(_ text: String) -> String? {
        let mark = "<meta name=\"\(HTMLWriter.sourceName)\" content=\""
        guard let start = text.firstRange(of: mark)?.upperBound,
            let end = text[start...].firstIndex(of: "\"")
        else { return nil }
        return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .reduce(String(text[start..<end])) { $0.replacing($1.0, with: $1.1) }
    }
}
