/// The names of the sheets of one workbook: legal, and each unlike the others.
struct SheetNames {
    private var taken: Set<String> = ["history"]
    /// How many there are.
    private(set) var count = 0

    /// A name as a workbook allows it: at most 31 units of UTF-16, none of `[]:*?/\`, no
    /// apostrophe at an end, not one that is there.
    mutating func legal(_ wanted: String) -> String {
        let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\"]
        var name = String(wanted.map { forbidden.contains($0) || $0.isNewline ? "-" : $0 })
        while name.hasPrefix("'") { name.removeFirst() }
        name = Self.cut(name, to: 31)
        if name.isEmpty { name = "Sheet" }
        var unique = name
        var number = 2
        while taken.contains(unique.lowercased()) {
            let tail = " \(number)"
            unique = Self.cut(name, to: 31 - tail.utf16.count) + tail
            number += 1
        }
        taken.insert(unique.lowercased())
        count += 1
        return unique
    }

    private static func cut(_ text: String, to units: Int) -> String {
        var out = text
        while out.utf16.count > units { out.removeLast() }
        while out.last == " " || out.last == "'" { out.removeLast() }
        return out
    }
}
