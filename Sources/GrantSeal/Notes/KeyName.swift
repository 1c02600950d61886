/// The name of a key, as a signed note has it: not empty, without a space or a plus.
///
/// A person's is `almoner/USER/LOGIN`, what stands in a record as user and login, each byte that is
/// not a letter, a digit, `.`, `_` or `-` written as `%` with two hexadecimal digits.
public struct KeyName: Hashable, Sendable, CustomStringConvertible {
    /// The name as it is written.
    public let description: String

    /// Creates a name from its text, else nil.
    public init?(_ text: String) {
        let isAllowed = text.unicodeScalars.allSatisfy { scalar in
            scalar != "+" && !scalar.properties.isWhitespace && scalar.value >= 0x20
                && scalar.value != 0x7F
        }
        guard !text.isEmpty, isAllowed else { return nil }
        description = text
    }

    /// The name of a person's key.
    public init(user: String, login: String) {
        description = "almoner/\(Self.escaped(user))/\(Self.escaped(login))"
    }

    /// Whose key it is; nil where it is not a person's of this program.
    public var person: (user: String, login: String)? {
        let parts = description.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "almoner", let user = Self.plain(parts[1]),
            let login = Self.plain(parts[2])
        else { return nil }
        return (user, login)
    }

    /// The bytes it is compared and hashed by.
    var bytes: [UInt8] { Array(description.utf8) }

    /// Compares names by their bytes: two spellings of one letter are two names.
    public static func == (left: Self, right: Self) -> Bool { left.bytes == right.bytes }

    /// Hashes the bytes that are compared.
    public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

extension KeyName {
    /// A text as it stands in a name, and in the name of a file.
    public static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            isPlain(byte)
                ? String(decoding: [byte], as: UTF8.self) : "%" + Hex.text([byte]).uppercased()
        }
        .joined()
    }

    private static func plain(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = String(decoding: rest.prefix(2), as: UTF8.self).lowercased()
            guard digits.utf8.count == 2, let found = Hex.bytes(digits) else { return nil }
            bytes += found
            rest = rest.dropFirst(2)
        }
        guard let plain = String(validating: bytes, as: UTF8.self), !plain.isEmpty,
            escaped(plain) == text
        else { return nil }
        return plain
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "-"):
            true
        default: false
        }
    }
}
