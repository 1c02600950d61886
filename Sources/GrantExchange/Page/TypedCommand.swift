/// A command as it is typed: words that a shell would part or change stand in quotes.
enum TypedCommand {
    /// The words as one line.
    static func text(_ words: [String]) -> String {
        words.map { isPlain($0) ? $0 : "'" + $0.replacing("'", with: "'\\''") + "'" }
            .joined(separator: " ")
    }

    /// The words of a line that ``text(_:)`` made; nil where a quote is not closed.
    static func words(_ text: String) -> [String]? {
        var words: [String] = []
        var word: String?
        var isQuoted = false
        var letters = text[...]
        while let letter = letters.popFirst() {
            switch letter {
            case "'":
                isQuoted.toggle()
                word = word ?? ""
            case " " where !isQuoted:
                if let done = word { words.append(done) }
                word = nil
            case "\\" where !isQuoted:
                guard let next = letters.popFirst() else { return nil }
                word = (word ?? "") + String(next)
            default: word = (word ?? "") + String(letter)
            }
        }
        guard !isQuoted else { return nil }
        return words + [word].compactMap(\.self)
    }

    private static func isPlain(_ word: String) -> Bool {
        !word.isEmpty
            && word.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                    || (0x61...0x7A).contains(byte) || "-_./:=,%+@".utf8.contains(byte)
            }
    }
}
