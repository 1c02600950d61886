import GrantLedger

/// Draws a chart as SVG whose text keeps its size at every width: what lies across is in parts of
/// the width, what lies down in pixels, all of it whole numbers made from pence.
struct ChartWriter {
    /// What the chart is called in its page.
    let id: String

    /// The figure: what it shows in words, the picture, and what its marks mean.
    func markup(of chart: Chart) -> String {
        let drawn: (height: Int, body: [String])
        let key: [String]
        switch chart.drawing {
        case .bars(let rows): (drawn, key) = (bars(rows), barKey(rows))
        case .lines(let points): (drawn, key) = (lines(points), lineKey)
        case .grid(let rows, let quarters):
            (drawn, key) = (grid(rows, quarters), gridKey(rows))
        }
        let items = key.map { "<li>\($0)</li>" }.joined(separator: "\n")
        return """
            <figure>
            <figcaption>\(HTML.words(chart.finding))</figcaption>
            <svg class="chart" role="img" aria-labelledby="\(id)-title \(id)-desc" width="100%" \
            height="\(drawn.height)">
            <title id="\(id)-title">\(HTML.escaped(chart.finding))</title>
            <desc id="\(id)-desc">\(HTML.escaped(chart.description))</desc>
            \(drawn.body.joined(separator: "\n"))
            </svg>
            <ul class="key">
            \(items)
            </ul>
            </figure>

            """
    }

    /// What bars are filled with, once a page.
    static let patterns = """
        <svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">
        <defs>
        <pattern id="hatched" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" class="ground"/>
        <path d="M-2 2l4 -4M0 8l8 -8M6 10l4 -4" class="axis" fill="none"/>
        </pattern>
        <pattern id="dotted" width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" class="open"/>
        <circle cx="3" cy="3" r="1" class="mark"/>
        </pattern>
        <pattern id="crossed" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" class="open"/>
        <path d="M0 0l8 8M8 0l-8 8" class="rule" fill="none"/>
        </pattern>
        </defs>
        </svg>
        """

    /// Hundredths of a per cent as an attribute has them: `12.34%`.
    static func percent(_ hundredths: Int64) -> String {
        let rest = String(100 + hundredths % 100).dropFirst()
        return "\(hundredths / 100).\(rest)%"
    }

    /// A rectangle over some of the width.
    static func box(
        from left: Int64, to right: Int64, top: Int, height: Int, _ look: String
    ) -> String {
        "<rect x=\"\(percent(left))\" y=\"\(top)\" width=\"\(percent(right - left))\" "
            + "height=\"\(height)\" class=\"\(look)\"/>"
    }

    /// Words at a part of the width.
    static func words(
        _ text: String, at left: Int64, _ top: Int, _ look: String = "", anchor: String = "start"
    ) -> String {
        let named = look.isEmpty ? "" : " class=\"\(look)\""
        return "<text x=\"\(percent(left))\" y=\"\(top)\"\(named) text-anchor=\"\(anchor)\">"
            + HTML.escaped(text) + "</text>"
    }

    /// How a label is set: a long code smaller, so that a narrow screen has room for it.
    static func look(of label: String) -> String { label.count > 22 ? "tight" : "strong" }

    /// A line between two parts of the width.
    static func line(
        _ left: Int64, _ top: Int, _ right: Int64, _ bottom: Int, _ look: String
    ) -> String {
        "<line x1=\"\(percent(left))\" y1=\"\(top)\" x2=\"\(percent(right))\" y2=\"\(bottom)\" "
            + "class=\"\(look)\"/>"
    }

    /// A sign of the key with its word.
    static func sign(_ inside: String, _ word: String) -> String {
        "<svg width=\"24\" height=\"16\" aria-hidden=\"true\" focusable=\"false\">\(inside)</svg>"
            + HTML.escaped(word)
    }
}
