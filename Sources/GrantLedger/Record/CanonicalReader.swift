extension Canonical {
    /// Reads canonical bytes; anything but the one spelling is nil.
    public init?(bytes: [UInt8]) {
        var reader = CanonicalReader(bytes: bytes)
        guard let tree = reader.value(depth: 0), reader.position == bytes.count else { return nil }
        self = tree
    }

    /// The greatest whole number a record holds, above or below nil: no reader rounds it.
    static let greatestNumber = 9_007_199_254_740_991
}

/// Reads the one spelling byte by byte, so that bytes it accepts are the bytes it would write.
private struct CanonicalReader {
    let bytes: [UInt8]
    var position = 0

    /// How deep lists and objects may lie in each other; a record needs six.
    private static let deepest = 16

    init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: scalar) else { return false }
        position += 1
        return true
    }

    mutating func value(depth: Int) -> Canonical? {
        guard depth < Self.deepest, let first = next else { return nil }
        switch first {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return list(depth: depth)
        case UInt8(ascii: "\""): return text().map(Canonical.text)
        default: return number().map(Canonical.number)
        }
    }

    private mutating func object(depth: Int) -> Canonical? {
        position += 1
        var fields: [String: Canonical] = [:]
        if take("}") { return .object(fields) }
        var last: String?
        repeat {
            guard let key = text(), key.utf8.allSatisfy({ $0 < 0x80 }), take(":"),
                last.map({ $0.utf8.lexicographicallyPrecedes(key.utf8) }) ?? true,
                let item = value(depth: depth + 1)
            else { return nil }
            fields[key] = item
            last = key
        } while take(",")
        return take("}") ? .object(fields) : nil
    }

    private mutating func list(depth: Int) -> Canonical? {
        position += 1
        var items: [Canonical] = []
        if take("]") { return .list(items) }
        repeat {
            guard let item = value(depth: depth + 1) else { return nil }
            items.append(item)
        } while take(",")
        return take("]") ? .list(items) : nil
    }

    private mutating func number() -> Int? {
        let negative = take("-")
        let start = position
        var value = 0
        while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            guard value <= Canonical.greatestNumber else { return nil }
            position += 1
        }
        let count = position - start
        guard count > 0, count == 1 || bytes[start] != UInt8(ascii: "0") else { return nil }
        guard value != 0 || !negative else { return nil }
        return negative ? -value : value
    }

    private mutating func text() -> String? {
        guard take("\"") else { return nil }
        let start = position
        while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20
        {
            position += 1
        }
        let plain = bytes[start..<position]
        if take("\"") { return String(validating: plain, as: UTF8.self) }
        return escapedText(after: Array(plain))
    }

    private mutating func escapedText(after start: [UInt8]) -> String? {
        var plain = start
        while let byte = next, byte != UInt8(ascii: "\""), byte >= 0x20 {
            position += 1
            guard byte == UInt8(ascii: "\\") else {
                plain.append(byte)
                continue
            }
            guard let meant = escape() else { return nil }
            plain.append(meant)
        }
        return take("\"") ? String(validating: plain, as: UTF8.self) : nil
    }

    private mutating func escape() -> UInt8? {
        guard let sign = next else { return nil }
        position += 1
        switch sign {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return sign
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "u"): return control()
        default: return nil
        }
    }

    /// The four digits of a control character that has no letter of its own.
    private mutating func control() -> UInt8? {
        guard take("0"), take("0"), position + 2 <= bytes.count,
            let high = Self.digit(bytes[position]), let low = Self.digit(bytes[position + 1])
        else { return nil }
        position += 2
        let byte = high << 4 | low
        guard byte < 0x20, ![0x08, 0x09, 0x0A, 0x0C, 0x0D].contains(byte) else { return nil }
        return byte
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
