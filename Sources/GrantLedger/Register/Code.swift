/// The short name of a thing in the book: capital letters, digits, full stops and hyphens, 1 to 32
/// of them.
public struct Code: Hashable, Comparable, Sendable, TextValue {
    /// The text, always ASCII, so that order and equality are the same in Swift, SQL and Python.
    public let description: String

    /// Creates a code, or nil where the text is not one.
    public init?(_ text: String) {
        guard (1...32).contains(text.utf8.count), text.utf8.allSatisfy(Self.allowed) else {
            return nil
        }
        description = text
    }

    /// Orders by bytes.
    public static func < (lhs: Code, rhs: Code) -> Bool {
        lhs.description.utf8.lexicographicallyPrecedes(rhs.description.utf8)
    }

    /// The category under which an award without categories is committed.
    public static let general = Code(checked: "GENERAL")

    private init(checked text: String) { description = text }

    private static func allowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
