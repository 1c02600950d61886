import ArgumentParser

/// A file of commands: a line a command, as typed after `almoner`.
///
/// Quotes and the backslash work as in a shell, `#` begins a comment where a word would begin, nothing is expanded. A
/// backslash at the end of a line joins the next one to it.
package struct BatchFile {
    /// One command.
    package struct Line: Hashable {
        /// Where it begins, from 1.
        package let number: Int
        /// Its words.
        package let words: [String]
    }

    /// What the file is called in messages.
    package let name: String
    /// Its commands, without lines that hold none.
    package let lines: [Line]

    /// Parts a text into commands.
    package init(text: String, name: String) throws {
        self.name = name
        var lines: [Line] = []
        var joined: JoinedLine?
        // By bytes: to `Character` the end of a Windows line is one letter, and no end of a line.
        let rows = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, row) in rows.enumerated() {
            var whole = joined.take() ?? JoinedLine(number: index + 1)
            whole.add(row)
            if whole.goesOn, index + 1 < rows.count {
                whole.join()
                joined = whole
                continue
            }
            let words = try Self.words(of: whole.text, at: "\(name), line \(whole.number)")
            if !words.isEmpty { lines.append(Line(number: whole.number, words: words)) }
        }
        self.lines = lines
    }

    /// Splits a line into words.
    static func words(of line: String, at place: String) throws -> [String] {
        var words: [String] = []
        var word: String.UnicodeScalarView?
        func add(_ scalar: Unicode.Scalar) {
            if word?.append(scalar) == nil { word = .init([scalar]) }
        }
        var quote: Unicode.Scalar?
        var escaped = false
        for scalar in line.unicodeScalars {
            if escaped {
                escaped = false
                if quote == "\"", scalar != "\"", scalar != "\\" { add("\\") }
                add(scalar)
            } else if scalar == "\\", quote != "'" {
                escaped = true
            } else if let open = quote {
                if scalar == open { quote = nil } else { add(scalar) }
            } else if scalar == "'" || scalar == "\"" {
                quote = scalar
                word = word ?? .init()
            } else if scalar == " " || scalar == "\t" {
                if let done = word { words.append(String(done)) }
                word = nil
            } else if scalar == "#", word == nil {
                break
            } else {
                add(scalar)
            }
        }
        guard quote == nil, !escaped else {
            throw Fault(
                "open-quote", "\(place): a quotation mark or a backslash is left open.",
                remedy: "Close it on the same line.", status: .refused)
        }
        if let done = word { words.append(String(done)) }
        return words
    }
}

/// A line of a batch, with those that a backslash at their end joined to it.
private struct JoinedLine {
    /// Where it begins, from 1.
    let number: Int
    private var bytes: [UInt8] = []
    /// Where its first byte is that is no blank.
    private var first: Int?

    init(number: Int) { self.number = number }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether it ends in a backslash that nothing before it takes the meaning from.
    var goesOn: Bool {
        guard first.map({ bytes[$0] != UInt8(ascii: "#") }) ?? false else { return false }
        return bytes.reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
    }

    mutating func add(_ row: some BidirectionalCollection<UInt8>) {
        let isWindows = row.last == UInt8(ascii: "\r")
        let start = bytes.count
        bytes += isWindows ? Array(row.dropLast()) : Array(row)
        first = first ?? bytes[start...].firstIndex { !UInt8.blanks.contains($0) }
    }

    /// A blank takes the backslash's place.
    mutating func join() {
        bytes[bytes.count - 1] = UInt8(ascii: " ")
        if first == bytes.count - 1 { first = nil }
    }
}

extension UInt8 {
    fileprivate static let blanks = [UInt8(ascii: " "), UInt8(ascii: "\t")]
}

extension BatchFile.Line {
    /// What is said where its words are no command of this program; nil where they are.
    ///
    /// Nothing is run.
    package var refusal: String? {
        do {
            _ = try Almoner.command(from: words)
            return nil
        } catch  where Almoner.exitCode(for: error) == .success {
            return nil
        } catch {
            return Fault(error).text
        }
    }
}
