import Crypto

/// A person's secret key; nothing of it is in its description.
public struct SigningKey: Sendable, CustomStringConvertible, CustomReflectable {
    /// What verifies its signatures.
    public let verifier: VerifierKey
    private let key: Curve25519.Signing.PrivateKey

    /// Makes a new key from the system's randomness.
    public init(name: KeyName) {
        self.init(name: name, Curve25519.Signing.PrivateKey())
    }

    /// Creates a key from the 32 bytes it grows from, else nil.
    public init?(name: KeyName, seed: [UInt8]) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
            return nil
        }
        self.init(name: name, key)
    }

    /// Reads the text of a key file: `PRIVATE+KEY+name+hash+base64`, else nil.
    public init?(secret text: String) {
        let parts = text.split(separator: "+", maxSplits: 4, omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0] == "PRIVATE", parts[1] == "KEY",
            let name = KeyName(String(parts[2])), let hash = Hex.bytes(String(parts[3])),
            let bytes = Base64.bytes(parts[4].utf8), bytes.first == VerifierKey.algorithm,
            let found = Self(name: name, seed: Array(bytes[1...])), found.verifier.id == hash
        else { return nil }
        self = found
    }

    private init(name: KeyName, _ key: Curve25519.Signing.PrivateKey) {
        guard
            let verifier = VerifierKey(
                name: name, publicKey: Array(key.publicKey.rawRepresentation))
        else { preconditionFailure("A public key is one.") }
        (self.verifier, self.key) = (verifier, key)
    }

    /// The text of its key file; it goes nowhere else.
    public var secret: String {
        let bytes = [VerifierKey.algorithm] + Array(key.rawRepresentation)
        return "PRIVATE+KEY+\(verifier.name)+\(Hex.text(verifier.id))+\(Base64.text(bytes))"
    }

    /// Its Ed25519 signature of a text (RFC 8032).
    public func signature(of text: [UInt8]) throws -> [UInt8] {
        Array(try key.signature(for: text))
    }

    /// Its name alone.
    public var description: String { "the key of \(verifier.name)" }

    /// Its name alone.
    public var customMirror: Mirror { Mirror(self, children: ["name": verifier.name]) }
}
