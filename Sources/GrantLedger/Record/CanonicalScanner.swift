/// Walks over canonical bytes where they lie, and refuses any spelling but the one.
///
/// It copies nothing: what it passes over it gives as a place among the bytes, which must stay there
/// while it is used.
struct CanonicalScanner {
    let bytes: UnsafeRawBufferPointer
    private(set) var position = 0

    /// How deep lists and objects may lie in each other; a record needs six.
    static let deepest = 16

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// Whether all was passed over.
    var isAtEnd: Bool { position == bytes.count }

    /// The next byte; nil at the end.
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Passes over characters where they are next.
    mutating func take(_ text: StaticString) -> Bool {
        let wanted = UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        let end = position + wanted.count
        guard end <= bytes.count else { return false }
        for index in 0..<wanted.count where bytes[position + index] != wanted[index] {
            return false
        }
        position = end
        return true
    }

    /// Passes over a value of any kind; false where there is none in the one spelling.
    mutating func value(depth: Int = 0) -> Bool {
        guard depth < Self.deepest, let first = next else { return false }
        switch first {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return list(depth: depth)
        case UInt8(ascii: "\""): return text() != nil
        default: return number() != nil
        }
    }

    private mutating func object(depth: Int) -> Bool {
        position += 1
        if take("}") { return true }
        var last: ScannedText?
        repeat {
            guard let key = key(after: last), value(depth: depth + 1) else { return false }
            last = key
        } while take(",")
        return take("}")
    }

    /// Passes over a key and its colon: ASCII, and after the key before it.
    mutating func key(after last: ScannedText?) -> ScannedText? {
        guard let key = text(), take(":"), isKey(key) else { return nil }
        guard let last else { return key }
        let ascends =
            last.isPlain && key.isPlain
            ? bytes[last.range].lexicographicallyPrecedes(bytes[key.range])
            : last.plain(in: bytes).lexicographicallyPrecedes(key.plain(in: bytes))
        return ascends ? key : nil
    }

    private func isKey(_ key: ScannedText) -> Bool {
        bytes[key.range].allSatisfy { $0 < 0x80 }
    }

    private mutating func list(depth: Int) -> Bool {
        position += 1
        if take("]") { return true }
        repeat {
            guard value(depth: depth + 1) else { return false }
        } while take(",")
        return take("]")
    }

    /// Passes over a whole number.
    mutating func number() -> Int? {
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

    /// Passes over a text in its quotation marks.
    mutating func text() -> ScannedText? {
        guard take("\"") else { return nil }
        let start = position
        var isPlain = true
        var isASCII = true
        while let byte = next, byte >= 0x20 {
            position += 1
            if byte == UInt8(ascii: "\"") {
                let text = ScannedText(range: start..<(position - 1), isPlain: isPlain)
                let isText = isASCII || String(validating: bytes[text.range], as: UTF8.self) != nil
                return isText ? text : nil
            }
            if byte >= 0x80 { isASCII = false }
            if byte == UInt8(ascii: "\\") {
                isPlain = false
                guard escape() != nil else { return nil }
            }
        }
        return nil
    }

    private mutating func escape() -> UInt8? {
        guard let escaped = Escape.read(bytes[position...]) else { return nil }
        position += escaped.length
        return escaped.byte
    }
}

/// A text among canonical bytes, without its quotation marks.
public struct ScannedText: Hashable, Sendable {
    /// Where it stands.
    public let range: Range<Int>
    /// Whether it holds no escape, so that it stands there as it is.
    public let isPlain: Bool

    /// The text as bytes in UTF-8, its escapes read.
    public func plain(in bytes: UnsafeRawBufferPointer) -> [UInt8] {
        guard !isPlain else { return Array(bytes[range]) }
        var plain: [UInt8] = []
        var rest = bytes[range]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\"), let escaped = Escape.read(rest) {
                plain.append(escaped.byte)
                rest = rest.dropFirst(escaped.length)
            } else {
                plain.append(byte)
            }
        }
        return plain
    }
}

/// What stands for a byte that a text may not hold as it is: the part after the backslash.
private enum Escape {
    static func read(_ rest: Slice<UnsafeRawBufferPointer>) -> (byte: UInt8, length: Int)? {
        switch rest.first {
        case UInt8(ascii: "\"")?, UInt8(ascii: "\\")?: return rest.first.map { ($0, 1) }
        case UInt8(ascii: "b")?: return (0x08, 1)
        case UInt8(ascii: "t")?: return (0x09, 1)
        case UInt8(ascii: "n")?: return (0x0A, 1)
        case UInt8(ascii: "f")?: return (0x0C, 1)
        case UInt8(ascii: "r")?: return (0x0D, 1)
        case UInt8(ascii: "u")?: return control(rest.dropFirst().prefix(4)).map { ($0, 5) }
        default: return nil
        }
    }

    /// The four digits of a control character that has no letter of its own.
    private static func control(_ digits: Slice<UnsafeRawBufferPointer>) -> UInt8? {
        guard digits.count == 4, digits.prefix(2).elementsEqual("00".utf8),
            let high = digit(digits[digits.startIndex + 2]),
            let low = digit(digits[digits.startIndex + 3])
        else { return nil }
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
