/// Reads JSON as figures in the order in which they stand, so that no second member of a name hides.
package struct FiledJSON {
    private static let deepest = 64

    private let bytes: [UInt8]
    private var at = 0
    private var figures: [FiledFigure] = []

    /// The figures of a text.
    ///
    /// - Parameter text: the JSON, whole.
    /// - Returns: a figure a value, an empty list or an empty object; texts as they are, the rest as
    ///   they are written.
    /// - Throws: ``UnreadableFile`` where it is not JSON.
    package static func figures(
        _ text: some Sequence<UInt8>
    ) throws(UnreadableFile) -> [FiledFigure] {
        var reader = FiledJSON(bytes: Array(text))
        reader.skip()
        try reader.value("", depth: 0)
        reader.skip()
        guard reader.at == reader.bytes.count else { throw reader.broken }
        return reader.figures
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var broken: UnreadableFile {
        let line = bytes.prefix(at).count { $0 == UInt8(ascii: "\n") } + 1
        return UnreadableFile(
            "It is no JSON: line \(line) cannot be read.",
            remedy: "See that it is the file as it was written.", row: line)
    }

    private mutating func value(_ place: String, depth: Int) throws(UnreadableFile) {
        guard depth < Self.deepest, at < bytes.count else { throw broken }
        switch bytes[at] {
        case UInt8(ascii: "{"): try object(place, depth: depth)
        case UInt8(ascii: "["): try list(place, depth: depth)
        case UInt8(ascii: "\""): figures.append(FiledFigure(place, "\"\(try string())\""))
        default: figures.append(FiledFigure(place, try bare()))
        }
    }

    private mutating func object(_ place: String, depth: Int) throws(UnreadableFile) {
        at += 1
        skip()
        if take("}") { return figures.append(FiledFigure(place, "{}")) }
        repeat {
            skip()
            let name = try string()
            skip()
            guard take(":") else { throw broken }
            skip()
            let inner = place.isEmpty ? name : "\(place).\(name)"
            guard inner.utf8.count <= FiledFigure.mostPlaceBytes else { throw broken }
            try value(inner, depth: depth + 1)
            skip()
        } while take(",")
        guard take("}") else { throw broken }
    }

    private mutating func list(_ place: String, depth: Int) throws(UnreadableFile) {
        at += 1
        skip()
        if take("]") { return figures.append(FiledFigure(place, "[]")) }
        var count = 0
        repeat {
            skip()
            count += 1
            try value("\(place)[\(count)]", depth: depth + 1)
            skip()
        } while take(",")
        guard take("]") else { throw broken }
    }

    private mutating func string() throws(UnreadableFile) -> String {
        guard take("\"") else { throw broken }
        var text: [UInt8] = []
        while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
            guard bytes[at] >= 0x20 else { throw broken }
            if bytes[at] == UInt8(ascii: "\\") {
                text += try escaped()
            } else {
                text.append(bytes[at])
                at += 1
            }
        }
        guard take("\""), let string = String(validating: text, as: UTF8.self) else {
            throw broken
        }
        return string
    }

    private mutating func escaped() throws(UnreadableFile) -> [UInt8] {
        at += 1
        guard at < bytes.count else { throw broken }
        let letter = bytes[at]
        at += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "u"):
            let digits = bytes[at..<min(at + 4, bytes.count)]
            guard digits.count == 4,
                // A number may have a sign, an escape may not.
                digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
                let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
                let scalar = UnicodeScalar(code)
            else { throw broken }
            at += 4
            return Array(String(Character(scalar)).utf8)
        default: throw broken
        }
    }

    private mutating func bare() throws(UnreadableFile) -> String {
        let start = at
        while at < bytes.count, Self.isBare(bytes[at]) { at += 1 }
        let word = String(decoding: bytes[start..<at], as: UTF8.self)
        guard ["true", "false", "null"].contains(word) || Self.isNumber(word) else { throw broken }
        return word
    }

    private static func isBare(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    /// One sign at the most, no naughts before, digits on both sides of a point.
    private static func isNumber(_ word: String) -> Bool {
        let digits = word.utf8.first == UInt8(ascii: "-") ? word.utf8.dropFirst() : word.utf8[...]
        let sides = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isDigits = sides.allSatisfy { side in
            !side.isEmpty && side.allSatisfy { (0x30...0x39).contains($0) }
        }
        return isDigits && sides.count <= 2
            && (sides[0].count == 1 || sides[0].first != UInt8(ascii: "0"))
    }

    private mutating func skip() {
        while at < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[at]) { at += 1 }
    }

    private mutating func take(_ letter: Unicode.Scalar) -> Bool {
        guard at < bytes.count, bytes[at] == UInt8(ascii: letter) else { return false }
        at += 1
        return true
    }
}
