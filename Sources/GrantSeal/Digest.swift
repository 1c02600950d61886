import Crypto

/// A SHA-256 made piece by piece.
public struct Digest {
    private var hash = SHA256()

    /// Creates the digest of nothing yet.
    public init() {}

    /// Takes the next bytes.
    public mutating func take(_ bytes: some Sequence<UInt8>) { hash.update(data: Array(bytes)) }

    /// The 32 bytes of all that was taken.
    public var bytes: [UInt8] { Array(hash.finalize()) }

    /// The same as 64 hexadecimal digits.
    public var hex: String { Hex.text(bytes) }

    /// The SHA-256 of bytes.
    public static func sha256(of bytes: some Sequence<UInt8>) -> [UInt8] {
        var digest = Digest()
        digest.take(bytes)
        return digest.bytes
    }
}
