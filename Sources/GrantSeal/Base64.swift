/// Bytes as base 64 of RFC 4648, section 4, and only as that section writes them: one text for the
/// same bytes.
public enum Base64 {
    /// Four characters for three bytes, filled up with `=`.
    public static func text(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits = group.reduce(0) { $0 << 8 | Int($1) }
            bits <<= (3 - group.count) * 8
            for place in 0..<4 {
                let isFilled = place > group.count
                text.append(isFilled ? fill : alphabet[bits >> (18 - place * 6) & 63])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes a text stands for; nil where it is not written as ``text(_:)`` writes them.
    public static func bytes(_ text: some Collection<UInt8>) -> [UInt8]? {
        guard text.count % 4 == 0 else { return nil }
        var bytes: [UInt8] = []
        var (bits, count) = (0, 0)
        for character in text {
            guard character != fill else { break }
            guard let value = values[character] else { return nil }
            (bits, count) = (bits << 6 | value, count + 6)
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(bits >> count & 255))
            bits &= (1 << count) - 1
        }
        return Self.text(bytes).utf8.elementsEqual(text) ? bytes : nil
    }

    private static let fill = UInt8(ascii: "=")
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let values = Dictionary(
        uniqueKeysWithValues: alphabet.enumerated().map { ($1, $0) })
}
