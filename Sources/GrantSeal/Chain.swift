import Crypto

/// The chain hash: each entry's hash stands on all before it.
///
/// `SHA-256("almoner-chain-v1" ‖ the chain before ‖ leaf)`, where a leaf is `SHA-256(0x00 ‖ record)`.
public struct Chain: Hashable, Sendable {
    /// 32 bytes.
    public let bytes: [UInt8]

    /// Before the first entry: 32 nil bytes.
    public static let start = Chain(trusted: [UInt8](repeating: 0, count: 32))

    /// Creates a link from stored bytes; nil where they are not 32.
    public init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// Creates a link from 64 lower-case hexadecimal digits, else nil.
    public init?(hex: String) {
        guard let bytes = Hex.bytes(hex) else { return nil }
        self.init(bytes: bytes)
    }

    private init(trusted bytes: [UInt8]) { self.bytes = bytes }

    /// The link after one more record.
    public func after(_ record: [UInt8]) -> Chain { record.withUnsafeBytes(after) }

    /// The link after one more record, by its bytes where they lie.
    public func after(_ record: UnsafeRawBufferPointer) -> Chain {
        var leaf = SHA256()
        leaf.update(data: [0])
        leaf.update(bufferPointer: record)
        var link = SHA256()
        link.update(data: Self.domain)
        link.update(data: bytes)
        leaf.finalize().withUnsafeBytes { link.update(bufferPointer: $0) }
        return Chain(trusted: Array(link.finalize()))
    }

    /// The leaf of a record: `SHA-256(0x00 ‖ record)`, as in RFC 6962.
    public static func leaf(of record: [UInt8]) -> [UInt8] {
        var leaf = SHA256()
        leaf.update(data: [0])
        leaf.update(data: record)
        return Array(leaf.finalize())
    }

    /// 64 hexadecimal digits.
    public var hex: String { Hex.text(bytes) }

    private static let domain = Array("almoner-chain-v1".utf8)
}
