/// How long a text may be, in bytes of UTF-8.
public protocol ProseLimit: Sendable {
    /// The most bytes it may have.
    static var bytes: Int { get }
}

/// A text of limited length, not empty, without control characters but for line breaks in the
/// longest kind.
///
/// The limits: title and name 200 bytes, a reason or other text 2,000,
/// purpose, conditions and reasons of an award 20,000. A front door normalises the text to NFC
/// before it comes here.
public struct Prose<Limit: ProseLimit>: Hashable, Sendable, TextValue {
    /// The text.
    public let description: String

    /// Creates a text, or nil where it is empty, too long, or holds a control character.
    public init?(_ text: String) {
        guard !text.utf8.isEmpty, text.utf8.count <= Limit.bytes else { return nil }
        let controls = text.unicodeScalars.contains { scalar in
            scalar.value < 0x20 && scalar != "\n" || (0x7F...0x9F).contains(scalar.value)
                || (0x202A...0x202E).contains(scalar.value)
                || (0x2066...0x2069).contains(scalar.value)
        }
        guard !controls, Limit.bytes > 2_000 || !text.utf8.contains(UInt8(ascii: "\n")) else {
            return nil
        }
        description = text
    }
}

/// The limit of a title or name.
public enum TitleLimit: ProseLimit {
    /// 200 bytes.
    public static let bytes = 200
}
/// The limit of a reason or any other text.
public enum NoteLimit: ProseLimit {
    /// 2,000 bytes.
    public static let bytes = 2_000
}
/// The limit of an award's purpose, conditions and reasons.
public enum PassageLimit: ProseLimit {
    /// 20,000 bytes.
    public static let bytes = 20_000
}

/// A title or a name: at most 200 bytes, on one line.
public typealias Title = Prose<TitleLimit>
/// A reason, a reference or any other text: at most 2,000 bytes, on one line.
public typealias Note = Prose<NoteLimit>
/// An award's purpose, conditions or reasons: at most 20,000 bytes, line breaks allowed.
public typealias Passage = Prose<PassageLimit>
