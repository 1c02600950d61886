/// How wide a text stands in a terminal, where a sign may take no column, one or two.
public enum TextWidth {
    /// The columns a text takes.
    public static func of(_ text: String) -> Int { text.reduce(0) { $0 + of($1) } }

    /// The columns a sign takes.
    static func of(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        let isPicture = character.unicodeScalars.contains { $0.value == 0xFE0F }
        if isPicture { return 2 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .control, .format: return 0
        default: return wide.contains { $0.contains(scalar.value) } ? 2 : 1
        }
    }

    /// The text cut to a width, the last sign an ellipsis where something was cut off.
    static func cut(_ text: String, to width: Int) -> String {
        guard of(text) > width, width > 0 else { return text }
        var out = ""
        var used = 0
        for character in text {
            let next = of(character)
            guard used + next <= width - 1 else { break }
            out.append(character)
            used += next
        }
        while out.last == " " { out.removeLast() }
        return out + "…"
    }

    /// The text on lines no wider than given, broken at spaces.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - width: how many columns a line has.
    ///   - breaksWords: whether a word that is wider than a line goes on in the next.
    /// - Returns: the lines.
    public static func wrapped(
        _ text: String, to width: Int, breaksWords: Bool = false
    ) -> [String] {
        var lines: [String] = []
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = ""
            for word in paragraph.split(separator: " ") {
                if breaksWords, of(String(word)) > width {
                    if !line.isEmpty { lines.append(line) }
                    line = String(word)
                    while of(line) > width {
                        lines.append(String(line.prefix(width)))
                        line = String(line.dropFirst(width))
                    }
                } else if line.isEmpty {
                    line = String(word)
                } else if of(line) + 1 + of(String(word)) <= width {
                    line += " " + word
                } else {
                    lines.append(line)
                    line = String(word)
                }
            }
            lines.append(line)
        }
        return lines
    }

    /// Ranges of signs that take two columns (Unicode's East Asian Width, wide and full).
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x2E80...0x303E,
        0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F,
        0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
        0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
    ]
}
