import Crypto

/// A public key that verifies the signatures of one signer: `name+hash+base64` of a signed note.
public struct VerifierKey: Hashable, Sendable, CustomStringConvertible {
    /// The signer's name.
    public let name: KeyName
    /// The 32 bytes of an Ed25519 public key.
    public let publicKey: [UInt8]

    /// Creates a key from its name and bytes; nil where they are not an Ed25519 public key.
    public init?(name: KeyName, publicKey: [UInt8]) {
        guard (try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)) != nil else {
            return nil
        }
        (self.name, self.publicKey) = (name, publicKey)
    }

    /// Reads `name+hash+base64`, else nil; the hash must be the key's.
    public init?(_ text: String) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let name = KeyName(String(parts[0])),
            let hash = Hex.bytes(String(parts[1])), let key = Base64.bytes(parts[2].utf8),
            key.first == Self.algorithm, let found = Self(name: name, publicKey: Array(key[1...])),
            found.id == hash
        else { return nil }
        self = found
    }

    /// The four bytes that name it in a signature line: the first of its fingerprint.
    public var id: [UInt8] { Array(digest.prefix(4)) }

    /// 64 hexadecimal digits over name and key, in groups of eight to be read aloud: the first group is
    /// the hash in ``description``.
    public var fingerprint: String {
        stride(from: 0, to: 32, by: 4).map { Hex.text(digest[$0..<($0 + 4)]) }
            .joined(separator: " ")
    }

    /// `name+hash+base64`.
    public var description: String {
        "\(name)+\(Hex.text(id))+\(Base64.text([Self.algorithm] + publicKey))"
    }

    /// Whether a signature is this key's over a text.
    public func verifies(_ signature: [UInt8], of text: [UInt8]) -> Bool {
        let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
        return key?.isValidSignature(signature, for: text) ?? false
    }

    /// Ed25519, as signed notes number it.
    static let algorithm: UInt8 = 1

    /// `SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key)`.
    private var digest: [UInt8] {
        Digest.sha256(of: name.bytes + [0x0A, Self.algorithm] + publicKey)
    }
}
