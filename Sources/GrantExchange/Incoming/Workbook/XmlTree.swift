/// The elements of a small part, flat: of each its path, its attributes and its text.
///
/// For the parts that say how a workbook hangs together, never for its cells. What lies more than three
/// elements deep, or has a name that no such part has, is passed over.
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

    private static let mostElements = 300_000
    private static let mostBytes = 32 << 20
    private static let mostDepth = 3
    private let names: [StaticString]
    private var path: [String] = []
    private var bytes = 0
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
        path.append(element.utf8.count < 64 ? element : "?")
        guard path.count <= Self.mostDepth else { return }
        var found: [String: String] = [:]
        for name in names {
            guard let value = attributes[name] else { continue }
            bytes += value.utf8.count
            found["\(name)"] = value
        }
        try judge()
        elements.append(Element(path: path.joined(separator: "/"), attributes: found))
    }

    func ends(_ element: String) { path.removeLast() }

    func text(_ text: UnsafeBufferPointer<UInt8>) throws(UnreadableFile) {
        guard path.count == Self.mostDepth else { return }
        bytes += text.count
        try judge()
        elements[elements.count - 1].text += String(decoding: text, as: UTF8.self)
    }

    private func judge() throws(UnreadableFile) {
        guard elements.count < Self.mostElements, bytes <= Self.mostBytes else {
            throw .hostile("A part that says how it hangs together has no end.")
        }
    }
}
