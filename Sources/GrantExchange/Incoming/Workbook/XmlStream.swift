import CExpat

/// What XML tells of itself while it is read.
protocol XmlListener: AnyObject {
    /// An element begins.
    func begins(_ element: String, _ attributes: XmlAttributes) throws(UnreadableFile)
    /// An element ends.
    func ends(_ element: String) throws(UnreadableFile)
    /// Text stands in an element; a text may come in pieces.
    func text(_ text: UnsafeBufferPointer<UInt8>) throws(UnreadableFile)
}

/// Reads XML a piece at a time; names come without their namespaces.
///
/// Refuses document types and with them every entity, elements in elements beyond 100, and single tags
/// of more than 1 MB: no workbook has them, and they are made to use up memory.
final class XmlStream {
    private static let piece = 64 << 10
    private static let mostDepth = 100
    private static let mostTagBytes = 1 << 20

    private let name: String
    private let source: ByteSource
    private let listener: any XmlListener
    private let parser: OpaquePointer
    private var failure: UnreadableFile?
    private var depth = 0
    private var taken = 0
    private var isAtEnd = false

    /// Creates a reader.
    ///
    /// - Parameters:
    ///   - name: the part's name, for what is said of it.
    ///   - source: its bytes.
    ///   - listener: who is told.
    /// - Throws: ``UnreadableFile`` where there is no memory for it.
    init(
        _ name: String, _ source: ByteSource, to listener: any XmlListener
    ) throws(UnreadableFile) {
        guard let parser = XML_ParserCreateNS(nil, 0x0A) else { throw .damagedZip }
        (self.name, self.source, self.listener, self.parser) = (name, source, listener, parser)
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            parser,
            { user, name, attributes in
                guard let name, let attributes else { return }
                XmlStream.of(user)?.begins(name, attributes)
            },
            { user, name in
                guard let name else { return }
                XmlStream.of(user)?.ends(name)
            })
        XML_SetCharacterDataHandler(parser) { user, text, count in
            guard let text else { return }
            XmlStream.of(user)?.text(text, Int(count))
        }
        XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
            XmlStream.of(user)?.doctype()
        }
    }

    deinit { XML_ParserFree(parser) }

    /// Reads to the end.
    func readAll() throws(UnreadableFile) { while try readOn() {} }

    /// Reads a piece; false when the end was read before.
    func readOn() throws(UnreadableFile) -> Bool {
        guard !isAtEnd else { return false }
        let bytes = try source.read(Self.piece)
        isAtEnd = bytes.isEmpty
        taken += bytes.count
        let status = bytes.withUnsafeBytes { bytes in
            XML_Parse(
                parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int32(bytes.count), isAtEnd ? 1 : 0)
        }
        if let failure { throw failure }
        guard status == XML_STATUS_OK else { throw notXML }
        guard taken - Int(XML_GetCurrentByteIndex(parser)) <= Self.mostTagBytes else {
            throw .hostile("\(name) has a tag of more than 1 MB.")
        }
        return true
    }

    /// Where the tag that is being told of begins, and how many bytes it has.
    var tag: Range<Int> {
        let start = Int(XML_GetCurrentByteIndex(parser))
        return start..<start + Int(XML_GetCurrentByteCount(parser))
    }

    private var notXML: UnreadableFile {
        let code = XML_GetErrorCode(parser)
        let why = XML_ErrorString(code).map { String(cString: $0) } ?? "error"
        return UnreadableFile(
            "The workbook is damaged: \(name) is not XML (\(why), line "
                + "\(XML_GetCurrentLineNumber(parser))).",
            remedy: "Ask for the file again, or open it in Excel and save it anew.")
    }

    private static func of(_ user: UnsafeMutableRawPointer?) -> XmlStream? {
        user.map { Unmanaged<XmlStream>.fromOpaque($0).takeUnretainedValue() }
    }

    private func begins(
        _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>
    ) {
        depth += 1
        told { () throws(UnreadableFile) in
            guard depth <= Self.mostDepth else {
                throw .hostile("\(self.name) has elements in elements beyond \(Self.mostDepth).")
            }
            try listener.begins(
                String(cString: XmlAttributes.local(name)), XmlAttributes(attributes))
        }
    }

    private func ends(_ name: UnsafePointer<CChar>) {
        depth -= 1
        told { () throws(UnreadableFile) in
            try listener.ends(String(cString: XmlAttributes.local(name)))
        }
    }

    private func text(_ text: UnsafePointer<CChar>, _ count: Int) {
        text.withMemoryRebound(to: UInt8.self, capacity: count) { bytes in
            told { () throws(UnreadableFile) in
                try listener.text(UnsafeBufferPointer(start: bytes, count: count))
            }
        }
    }

    private func doctype() {
        told { () throws(UnreadableFile) in
            throw .hostile("\(name) declares a document type or entities.")
        }
    }

    private func told(_ what: () throws(UnreadableFile) -> Void) {
        guard failure == nil else { return }
        do throws(UnreadableFile) { try what() } catch {
            failure = error
            XML_StopParser(parser, 0)
        }
    }
}
