import Crypto

/// The Merkle tree of RFC 6962 over leaves that come one after another, of which it keeps only the
/// roots of its whole subtrees: as many as the size has binary ones.
public struct MerkleTree: Hashable, Sendable {
    /// How many leaves it has taken.
    public private(set) var size = 0
    /// The roots of its whole subtrees, the largest first.
    private var peaks: [[UInt8]] = []

    /// Creates the tree without a leaf.
    public init() {}

    /// Takes the next leaf: the 32 bytes of ``Chain/leaf(of:)``.
    public mutating func take(_ leaf: [UInt8]) {
        var root = leaf
        var rest = size
        while rest & 1 == 1 {
            root = Self.node(peaks.removeLast(), root)
            rest >>= 1
        }
        peaks.append(root)
        size += 1
    }

    /// The root of all leaves so far; that of an empty tree is the digest of nothing.
    public var root: [UInt8] {
        guard var root = peaks.last else { return Digest.sha256(of: []) }
        for peak in peaks.dropLast().reversed() { root = Self.node(peak, root) }
        return root
    }

    /// `SHA-256(0x01 ‖ left ‖ right)`.
    static func node(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        var node = SHA256()
        node.update(data: [1])
        node.update(data: left)
        node.update(data: right)
        return Array(node.finalize())
    }
}
