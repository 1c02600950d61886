/// The elements of a small part, flat: of each its name, its path and its attributes.
///
/// For the parts that say how a workbook hangs together, never for its cells.
final class XmlTree: XmlListener {
    /// An element with the attributes that were asked for.
    struct Element {
        /// The names of the elements it stands in, and its own last, parted by slashes.
        let path: String
        /// Its attributes of the names asked for.
        let attributes: [String: String]
        /// The text in it.
        var text = ""

        /// An attribute's value.
        subscript(_ name: String) -> String? { attributes[name] }
    }

    private static let mostElements = 200_000
    private let names: [StaticString]
    private var path: [String] = []
    private var open: [Int] = []
    private(set) var elements: [Element] = []

    private init(_ names: [StaticString]) { self.names = names }

    /// Reads a part.
    ///
    /// - Parameters:
    ///   - part: its name, for what is said of it.
    ///   - source: its bytes.
    ///   - names: the attributes that are wanted.
    /// - Returns: the elements in the order they begin.
    /// - Throws: ``UnreadableFile`` where it is no XML or has more in it than such a part has.
    static func elements(
        of part: String, _ source: ByteSource, attributes names: [StaticString]
    ) throws(UnreadableFile) -> [Element] {
        let tree = XmlTree(names)
        try XmlStream(part, source, to: tree).readAll()
        return tree.elements
    }

    func begins(_ element: String, _ attributes: XmlAttributes) throws(UnreadableFile) {
        guard elements.count < Self.mostElements else {
            throw .hostile("A part that says how it hangs together has no end.")
        }
        path.append(element)
        open.append(elements.count)
        var found: [String: String] = [:]
        for name in names { found["\(name)"] = attributes[name] }
        elements.append(Element(path: path.joined(separator: "/"), attributes: found))
    }

    func ends(_ element: String) {
        path.removeLast()
        open.removeLast()
    }

    func text(_ text: UnsafeBufferPointer<UInt8>) throws(UnreadableFile) {
        guard let index = open.last else { return }
        guard elements[index].text.utf8.count + text.count <= 1 << 20 else {
            throw .hostile("A part that says how it hangs together has a text of more than 1 MB.")
        }
        elements[index].text += String(decoding: text, as: UTF8.self)
    }
}
