/// Which styles of a workbook show a number as a day.
struct CellStyles {
    /// Of each style, whether it is a date's.
    private(set) var dates: [Bool] = []

    /// Whether a cell of a style is a date.
    func isDate(_ style: Int) -> Bool { dates.indices.contains(style) && dates[style] }

    /// None.
    init() {}

    /// Reads the part that has them.
    init(_ part: String, _ source: ByteSource) throws(UnreadableFile) {
        let elements = try XmlTree.elements(
            of: part, source, attributes: ["numFmtId", "formatCode"])
        var own: [Int: Bool] = [:]
        for element in elements where element.path == "styleSheet/numFmts/numFmt" {
            guard let id = element["numFmtId"].flatMap({ Int($0) }) else { continue }
            own[id] = Self.isDate(format: element["formatCode"] ?? "")
        }
        dates = elements.filter { $0.path == "styleSheet/cellXfs/xf" }.map { element in
            guard let id = element["numFmtId"].flatMap({ Int($0) }) else { return false }
            return own[id] ?? Self.builtIn(id)
        }
    }

    private static func builtIn(_ id: Int) -> Bool {
        switch id {
        case 14...17, 22, 27...31, 36, 50...54, 57, 58: true
        default: false
        }
    }

    /// Whether a number format has a year, a day, or a month that is no minute.
    static func isDate(format: String) -> Bool {
        var letters: Set<Character> = []
        var isSkipped = false
        var closing: Character?
        for character in format.lowercased() {
            if isSkipped {
                isSkipped = false
            } else if let end = closing {
                if character == end { closing = nil }
            } else {
                switch character {
                case "\"": closing = "\""
                case "[": closing = "]"
                case "\\", "_", "*": isSkipped = true
                case ";": return isDate(letters)
                default: letters.insert(character)
                }
            }
        }
        return isDate(letters)
    }

    private static func isDate(_ letters: Set<Character>) -> Bool {
        guard !letters.contains("y"), !letters.contains("d") else { return true }
        return letters.contains("m") && letters.isDisjoint(with: ["h", "s", "0", "#"])
    }
}
