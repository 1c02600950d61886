import Crypto

extension Digest {
    /// The SHA-512 of bytes as 128 hexadecimal digits, the hash that ledger's own chain is made of.
    public static func sha512(of bytes: some Sequence<UInt8>) -> String {
        Hex.text(SHA512.hash(data: Array(bytes)))
    }
}
