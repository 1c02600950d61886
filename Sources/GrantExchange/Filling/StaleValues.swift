/// Takes from a sheet's XML the values kept with its formulas: they are those of before it was filled.
///
/// A program that finds no value with a formula calculates it; one that finds a value may show it as it is, and
/// a claim's total would be wrong on paper.
final class StaleValues: XmlListener {
    private struct Cell {
        let open: Range<Int>
        let isPlain: Bool
        var hasFormula = false
        var value: Range<Int>?
    }

    private weak var stream: XmlStream?
    private let bytes: [UInt8]
    private var cell: Cell?
    private var valueStart = 0
    private var cuts: [Range<Int>] = []

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The same sheet without them; equal bytes where it has none.
    ///
    /// - Parameters:
    ///   - part: its name, for what is said of it.
    ///   - bytes: its XML.
    /// - Returns: the XML.
    /// - Throws: ``UnreadableFile`` where it is none.
    static func removed(_ part: String, _ bytes: [UInt8]) throws(UnreadableFile) -> [UInt8] {
        let listener = StaleValues(bytes)
        let stream = try XmlStream(part, .bytes(bytes), to: listener)
        listener.stream = stream
        try stream.readAll()
        guard let last = listener.cuts.last else { return bytes }
        var out: [UInt8] = []
        var place = 0
        for cut in listener.cuts {
            out += bytes[place..<cut.lowerBound]
            place = cut.upperBound
        }
        return out + bytes[last.upperBound...]
    }

    func begins(_ element: String, _ attributes: XmlAttributes) {
        guard let tag = stream?.tag else { return }
        switch element {
        case "c": cell = Cell(open: tag, isPlain: attributes["t"] == nil)
        case "f": cell?.hasFormula = true
        case "v": valueStart = tag.lowerBound
        default: break
        }
    }

    func ends(_ element: String) {
        guard let tag = stream?.tag else { return }
        if element == "v" { cell?.value = valueStart..<tag.upperBound }
        guard element == "c" else { return }
        if let cell, cell.hasFormula, let value = cell.value {
            if !cell.isPlain, let type = type(in: cell.open) { cuts.append(type) }
            cuts.append(value)
        }
        cell = nil
    }

    func text(_ text: UnsafeBufferPointer<UInt8>) {}

    /// Where a tag says of which type the value is.
    private func type(in tag: Range<Int>) -> Range<Int>? {
        let blanks = Array(" \t\n".utf8) + [UInt8(ascii: "\r")]
        let quotes = Array("\"'".utf8)
        for start in tag where blanks.contains(bytes[start]) {
            let word = bytes[start + 1..<tag.upperBound]
            guard word.starts(with: Array("t=".utf8)), word.count > 3,
                let quote = word.dropFirst(2).first, quotes.contains(quote),
                let end = word.dropFirst(3).firstIndex(of: quote)
            else { continue }
            return start..<end + 1
        }
        return nil
    }
}
