/// A file of commands: a line a command, as typed after `almoner`.
///
/// Quotes and the backslash work as in a shell, `#` begins a comment where a word would begin, nothing is expanded. A
/// backslash at the end of a line joins the next one to it.
struct BatchFile {
    /// One command.
    struct Line: Hashable {
        /// Where it begins, from 1.
        let number: Int
        /// Its words.
        let words: [String]
    }

    /// What the file is called in messages.
    let name: String
    /// Its commands, without lines that hold none.
    let lines: [Line]

    init(text: String, name: String) throws {
        self.name = name
        var lines: [Line] = []
        var pending: (number: Int, text: String)?
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, row) in rows.enumerated() {
            var row = String(row)
            if row.unicodeScalars.last == "\r" { row.unicodeScalars.removeLast() }
            let whole = (pending?.text ?? "") + row
            let number = pending?.number ?? index + 1
            if Self.goesOn(whole), index + 1 < rows.count {
                pending = (number, String(whole.dropLast()) + " ")
                continue
            }
            pending = nil
            let words = try Self.words(of: whole, at: "\(name), line \(number)")
            if !words.isEmpty { lines.append(Line(number: number, words: words)) }
        }
        self.lines = lines
    }

    private static func goesOn(_ text: String) -> Bool {
        guard !text.drop(while: { $0 == " " || $0 == "\t" }).hasPrefix("#") else { return false }
        let slashes = text.utf8.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
        return slashes % 2 == 1
    }

    /// Splits a line into words.
    static func words(of line: String, at place: String) throws -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Unicode.Scalar?
        var escaped = false
        for scalar in line.unicodeScalars {
            if escaped {
                escaped = false
                if quote == "\"", scalar != "\"", scalar != "\\" { word = (word ?? "") + "\\" }
                word = (word ?? "") + String(scalar)
            } else if scalar == "\\", quote != "'" {
                escaped = true
            } else if let open = quote {
                if scalar == open { quote = nil } else { word = (word ?? "") + String(scalar) }
            } else if scalar == "'" || scalar == "\"" {
                quote = scalar
                word = word ?? ""
            } else if scalar == " " || scalar == "\t" {
                if let done = word { words.append(done) }
                word = nil
            } else if scalar == "#", word == nil {
                break
            } else {
                word = (word ?? "") + String(scalar)
            }
        }
        guard quote == nil, !escaped else {
            throw Fault(
                "open-quote", "\(place): a quotation mark or a backslash is left open.",
                remedy: "Close it on the same line.", status: .refused)
        }
        if let done = word { words.append(done) }
        return words
    }
}
