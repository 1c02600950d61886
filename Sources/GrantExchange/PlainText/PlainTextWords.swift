/// Text of the book made fit for a line of a journal.
enum PlainTextWords {
    /// A text that hledger and ledger take as it is, with what they would take for their own written
    /// as `%` and two digits a byte: the per cent sign, comma, semicolon, bar and opening bracket,
    /// control characters and ends of lines, and every space that another space or an end is beside.
    ///
    /// The text can be read back exactly.
    static func encoded(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        var out = ""
        for (place, scalar) in scalars.enumerated() {
            let isBetween =
                place > 0 && place + 1 < scalars.count
                && !scalars[place - 1].properties.isWhitespace
            if marks.contains(scalar) || scalar.properties.isWhitespace && !isBetween {
                out += percent(scalar)
            } else {
                out += line(scalar)
            }
        }
        return out
    }

    /// A text as a comment has it: on one line.
    static func line(_ text: String) -> String { text.unicodeScalars.map(line).joined() }

    /// A text as beancount has it, in quotes.
    static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            case "\r": out += "\\r"
            default: out += line(scalar)
            }
        }
        return out + "\""
    }

    /// A text in pieces of at most so many bytes, none of which parts a character.
    static func pieces(_ text: String, of limit: Int) -> [String] {
        guard text.utf8.count > limit else { return [text] }
        var pieces: [String] = []
        var piece = ""
        for scalar in text.unicodeScalars {
            if piece.utf8.count + 4 > limit {
                pieces.append(piece)
                piece = ""
            }
            piece.unicodeScalars.append(scalar)
        }
        return pieces + [piece]
    }

    private static let marks: Set<Unicode.Scalar> = ["%", ",", ";", "|", "["]

    private static let digits = Array("0123456789ABCDEF")

    /// The character, or its bytes where it would end or turn a line.
    private static func line(_ scalar: Unicode.Scalar) -> String {
        let isControl =
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            || (0x2028...0x202E).contains(scalar.value)
            || (0x2066...0x2069).contains(scalar.value)
        return isControl ? percent(scalar) : String(scalar)
    }

    private static func percent(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf8.reduce(into: "") { out, byte in
            out += "%"
            out.append(digits[Int(byte >> 4)])
            out.append(digits[Int(byte & 15)])
        }
    }
}
