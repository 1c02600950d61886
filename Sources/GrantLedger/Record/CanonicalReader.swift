extension Canonical {
    /// Reads canonical bytes; anything but the one spelling is nil.
    public init?(bytes: [UInt8]) {
        let tree = bytes.withUnsafeBytes { bytes -> Canonical? in
            var reader = CanonicalReader(scanner: CanonicalScanner(bytes))
            guard let tree = reader.value(depth: 0), reader.scanner.isAtEnd else { return nil }
            return tree
        }
        guard let tree else { return nil }
        self = tree
    }

    /// The greatest whole number a record holds, above or below nil: no reader rounds it.
    static let greatestNumber = 9_007_199_254_740_991
}

/// Makes the tree of canonical bytes, so that bytes it accepts are the bytes it would write.
private struct CanonicalReader {
    var scanner: CanonicalScanner

    mutating func value(depth: Int) -> Canonical? {
        guard depth < CanonicalScanner.deepest, let first = scanner.next else { return nil }
        switch first {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return list(depth: depth)
        case UInt8(ascii: "\""): return scanner.text().map { .text(string($0)) }
        default: return scanner.number().map(Canonical.number)
        }
    }

    private func string(_ text: ScannedText) -> String {
        text.isPlain
            ? String(decoding: scanner.bytes[text.range], as: UTF8.self)
            : String(decoding: text.plain(in: scanner.bytes), as: UTF8.self)
    }

    private mutating func object(depth: Int) -> Canonical? {
        guard scanner.take("{") else { return nil }
        var fields: [String: Canonical] = [:]
        if scanner.take("}") { return .object(fields) }
        var last: ScannedText?
        repeat {
            guard let key = scanner.key(after: last), let item = value(depth: depth + 1) else {
                return nil
            }
            fields[string(key)] = item
            last = key
        } while scanner.take(",")
        return scanner.take("}") ? .object(fields) : nil
    }

    private mutating func list(depth: Int) -> Canonical? {
        guard scanner.take("[") else { return nil }
        var items: [Canonical] = []
        if scanner.take("]") { return .list(items) }
        repeat {
            guard let item = value(depth: depth + 1) else { return nil }
            items.append(item)
        } while scanner.take(",")
        return scanner.take("]") ? .list(items) : nil
    }
}
