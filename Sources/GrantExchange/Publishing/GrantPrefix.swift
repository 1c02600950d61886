public import GrantLedger

/// What begins every identifier that a publisher gives by itself: `360G-` and its name.
///
/// 360Giving registers it. Where none is given it is made from the office's public identifier, else
/// from the book's, so that the same award has the same identifier in every file.
public struct GrantPrefix: Hashable, Sendable {
    /// Where it comes from.
    public enum Origin: Hashable, Sendable { case registered, orgId, book }

    /// The text: `360G-kentpcc`.
    public let text: String
    /// Where it comes from.
    public let origin: Origin

    /// Reads a registered prefix: `360G-` and letters, digits, hyphens or underscores; else nil.
    public init?(registered text: String) {
        let name = text.utf8.dropFirst(5)
        guard text.hasPrefix("360G-"), !name.isEmpty, name.allSatisfy(Self.isPlain) else {
            return nil
        }
        (self.text, origin) = (text, .registered)
    }

    /// Makes one for an office that has told none.
    public init(office: Office, book: String) {
        guard let id = office.orgId?.description else {
            (text, origin) = ("360G-unregistered-\(book.prefix(8))", .book)
            return
        }
        if let registered = GrantPrefix(registered: id) {
            self = registered
            return
        }
        (text, origin) = ("360G-\(Self.plain(id))", .orgId)
    }

    /// The identifier of one of the publisher's own things.
    public func id(_ parts: String...) -> String {
        ([text] + parts.map(Self.plain)).joined(separator: "-")
    }

    /// The identifier of an organisation that has no public one: `360G-kentpcc-ORG:CHARITY`.
    public func id(organisation code: String) -> String { "\(text)-ORG:\(code)" }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// The text with an underscore for all that identifiers do not have.
    private static func plain(_ text: String) -> String {
        String(
            decoding: text.utf8.map { isPlain($0) ? $0 : UInt8(ascii: "_") }, as: UTF8.self)
    }
}
