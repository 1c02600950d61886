/// Text made fit for a page of HTML, and the tags around it.
enum HTML {
    /// A text that no reader takes for markup, in an element as in an attribute.
    ///
    /// Characters that HTML forbids are shown as the sign for what cannot be shown.
    static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            case "\n", "\t": out.unicodeScalars.append(scalar)
            default: out.unicodeScalars.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return out
    }

    /// Words as content: escaped, and set apart where a right-to-left script may turn what stands
    /// beside them.
    static func words(_ text: String) -> String {
        let turns = text.unicodeScalars.contains { (0x590...0x8FF).contains($0.value) }
        return turns ? "<bdi>\(escaped(text))</bdi>" : escaped(text)
    }

    /// An element with its attributes and its content, which is markup already.
    static func tag(_ name: String, _ attributes: [(String, String)] = [], _ content: String)
        -> String
    {
        open(name, attributes) + content + "</\(name)>"
    }

    /// An element's first tag.
    static func open(_ name: String, _ attributes: [(String, String)] = []) -> String {
        "<" + name + attributes.map { " \($0)=\"\(escaped($1))\"" }.joined() + ">"
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            || (0x202A...0x202E).contains(scalar.value)
            || (0x2066...0x2069).contains(scalar.value)
            || (0xFDD0...0xFDEF).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE
    }
}
