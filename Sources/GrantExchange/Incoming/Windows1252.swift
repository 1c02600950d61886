/// The character set of older Windows programs, to show what a text was meant to say.
enum Windows1252 {
    private static let high: [Unicode.Scalar] = Array(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

    /// The text that the bytes stand for; what cannot be printed becomes a question mark.
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes {
            let scalar =
                (0x80..<0xA0).contains(byte)
                ? high[Int(byte) - 0x80] : Unicode.Scalar(byte)
            let isControl = scalar.properties.generalCategory == .control
            text.append(isControl ? "?" : scalar)
        }
        return String(text)
    }
}
