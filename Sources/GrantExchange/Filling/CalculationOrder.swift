/// Puts into a workbook's list of sheets that everything is to be calculated when it is opened.
final class CalculationOrder: XmlListener {
    private weak var stream: XmlStream?
    private var order: Range<Int>?
    private var sheets: Range<Int>?
    private var place: Int?
    private var path: [String] = []

    private init() {}

    /// The list with the order in it.
    ///
    /// - Parameters:
    ///   - part: its name, for what is said of it.
    ///   - bytes: its XML.
    /// - Returns: the same XML but for the order.
    /// - Throws: ``UnreadableFile`` where it is no list of sheets.
    static func ordered(_ part: String, _ bytes: [UInt8]) throws(UnreadableFile) -> [UInt8] {
        let listener = CalculationOrder()
        let stream = try XmlStream(part, .bytes(bytes), to: listener)
        listener.stream = stream
        try stream.readAll()
        if let order = listener.order {
            let tag = String(decoding: bytes[order], as: UTF8.self)
            return Array(bytes[..<order.lowerBound]) + listener.said(tag).utf8
                + bytes[order.upperBound...]
        }
        guard let place = listener.place, let sheets = listener.sheets else { throw .notWorkbook }
        let tag = String(decoding: bytes[sheets], as: UTF8.self)
        let name = tag.dropFirst().prefix { !" />\n\t\r".contains($0) }
        let prefix = name.split(separator: ":").count > 1 ? name.prefix { $0 != ":" } + ":" : ""
        let new = "<\(prefix)calcPr fullCalcOnLoad=\"1\"/>"
        return Array(bytes[..<place]) + new.utf8 + bytes[place...]
    }

    func begins(_ element: String, _ attributes: XmlAttributes) {
        path.append(element)
        if path == ["workbook", "calcPr"] { order = stream?.tag }
        if path == ["workbook", "sheets"] { sheets = stream?.tag }
    }

    func ends(_ element: String) {
        let goesBefore = ["sheets", "functionGroups", "externalReferences", "definedNames"]
        if path.count == 2, goesBefore.contains(element), let tag = stream?.tag {
            place = tag.upperBound
        }
        path.removeLast()
    }

    func text(_ text: UnsafeBufferPointer<UInt8>) {}

    /// The tag with the order in it, whatever it said before.
    private func said(_ tag: String) -> String {
        let word = "fullCalcOnLoad"
        var tag = tag
        if let old = tag.firstRange(of: word) {
            let rest = tag[old.upperBound...]
            guard let open = rest.firstIndex(where: { "\"'".contains($0) }),
                let close = rest[rest.index(after: open)...].firstIndex(of: rest[open])
            else { return tag }
            tag.removeSubrange(old.lowerBound...close)
        }
        let end = tag.hasSuffix("/>") ? "/>" : ">"
        return tag.dropLast(end.count) + " \(word)=\"1\"" + end
    }
}
