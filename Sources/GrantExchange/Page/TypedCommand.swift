/// A command as it is typed: words that a shell would part or change stand in quotes.
///
/// It is written and read scalar by scalar, as a shell does: a mark that joins the quote before it
/// would hide that quote among `Character`s, and end it in the shell.
package enum TypedCommand {
    /// The words as one line.
    package static func text(_ words: [String]) -> String {
        words.map { isPlain($0) ? $0 : quoted($0) }.joined(separator: " ")
    }

    /// The words of a line that ``text(_:)`` made; nil where a quote is not closed.
    package static func words(_ text: String) -> [String]? {
        var words: [String] = []
        var word: String.UnicodeScalarView?
        var isQuoted = false
        var scalars = text.unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "'":
                isQuoted.toggle()
                word = word ?? .init()
            case " " where !isQuoted:
                if let done = word { words.append(String(done)) }
                word = nil
            case "\\" where !isQuoted:
                guard let next = scalars.popFirst() else { return nil }
                if word?.append(next) == nil { word = .init([next]) }
            default:
                if word?.append(scalar) == nil { word = .init([scalar]) }
            }
        }
        guard !isQuoted else { return nil }
        return words + [word].compactMap { $0.map(String.init) }
    }

    private static func quoted(_ word: String) -> String {
        var out = "'"
        for scalar in word.unicodeScalars {
            if scalar == "'" { out += "'\\''" } else { out.unicodeScalars.append(scalar) }
        }
        return out + "'"
    }

    private static func isPlain(_ word: String) -> Bool {
        !word.isEmpty
            && word.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                    || (0x61...0x7A).contains(byte) || "-_./:=,%+@".utf8.contains(byte)
            }
    }
}
