public import GrantLedger
import GrantSeal

/// The keys by which rows are known again: the source's own reference, or all that a row states.
public struct RowKeys {
    /// What one row is known by.
    public struct Key: Hashable, Sendable {
        /// The key against being recorded twice.
        public let text: String
        /// The SHA-256 of all it states, 64 hexadecimal digits.
        public let digest: String
        /// How many bytes that was made of.
        public let size: Int
        /// The row of the same file that has the same key.
        public let twin: Int?
    }

    private let prefix: String
    private let unique: String?
    private var occurrences: [String: Int] = [:]
    private var rows: [String: Int] = [:]

    /// Creates the keys of a file's rows, from its first on.
    public init(profile: Code, unique: String?) {
        prefix = Self.prefix(profile)
        self.unique = unique
    }

    /// How all keys of a profile begin.
    public static func prefix(_ profile: Code) -> String { "import/\(profile)/" }

    /// The key of the next row.
    public mutating func next(_ record: ImportRecord) -> Key {
        let bytes = Array(record.canonical.utf8)
        let digest = Hex.text(Digest.sha256(of: bytes))
        if let unique, let value = record.values[unique]?.plain {
            let short =
                value.utf8.count > 100
                ? Hex.text(Digest.sha256(of: Array(value.utf8))) : value
            let key = prefix + short
            let twin = rows[key]
            rows[key] = twin ?? record.row
            return Key(text: key, digest: digest, size: bytes.count, twin: twin)
        }
        let number = occurrences[digest, default: 0] + 1
        occurrences[digest] = number
        return Key(
            text: prefix + "\(digest.prefix(32))/\(number)", digest: digest, size: bytes.count,
            twin: nil)
    }
}
