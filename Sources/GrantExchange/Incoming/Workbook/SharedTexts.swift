/// The texts that the cells of a workbook share, kept close together.
struct SharedTexts {
    /// The most bytes that all of them may have.
    static let mostBytes = 96 << 20
    /// The most texts there may be.
    static let most = 8_000_000

    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []

    /// How many there are.
    var count: Int { ends.count }

    /// The text of a number, counted from 0; nil where there is none.
    subscript(_ index: Int) -> String? {
        guard ends.indices.contains(index) else { return nil }
        let start = index == 0 ? 0 : Int(ends[index - 1])
        return String(decoding: bytes[start..<Int(ends[index])], as: UTF8.self)
    }

    /// Reads the part that has them.
    init(_ part: String, _ source: ByteSource) throws(UnreadableFile) {
        let listener = Listener()
        try XmlStream(part, source, to: listener).readAll()
        self = listener.texts
    }

    /// None.
    init() {}

    /// Joins the pieces of rich text; how a text is pronounced is none of it.
    private final class Listener: XmlListener {
        var texts = SharedTexts()
        private var isInText = false
        private var isInPhonetic = false

        func begins(_ element: String, _ attributes: XmlAttributes) {
            if element == "rPh" { isInPhonetic = true }
            if element == "t" { isInText = !isInPhonetic }
        }

        func ends(_ element: String) throws(UnreadableFile) {
            if element == "rPh" { isInPhonetic = false }
            if element == "t" { isInText = false }
            guard element == "si" else { return }
            guard texts.count < SharedTexts.most else {
                throw .hostile("It has more than \(SharedTexts.most) texts.")
            }
            texts.ends.append(UInt32(texts.bytes.count))
        }

        func text(_ text: UnsafeBufferPointer<UInt8>) throws(UnreadableFile) {
            guard isInText else { return }
            guard texts.bytes.count + text.count <= SharedTexts.mostBytes else {
                throw .hostile("Its texts have more than \(SharedTexts.mostBytes >> 20) MB.")
            }
            texts.bytes += text
        }
    }
}

extension String {
    /// The text with what a workbook writes as `_x000D_` put back.
    var withoutEscapes: String {
        guard contains("_x") else { return self }
        var out = String.UnicodeScalarView()
        var rest = Substring(self).unicodeScalars
        while let first = rest.first {
            let piece = String(String.UnicodeScalarView(rest.prefix(7)))
            let digits = piece.utf8.dropFirst(2).dropLast()
            if piece.utf8.count == 7, piece.hasPrefix("_x"), piece.hasSuffix("_"),
                // A number may have a sign, an escape may not.
                digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
                let code = UInt32(Substring(digits), radix: 16), let scalar = Unicode.Scalar(code)
            {
                out.append(scalar)
                rest = rest.dropFirst(7)
            } else {
                out.append(first)
                rest = rest.dropFirst()
            }
        }
        return String(out)
    }
}
