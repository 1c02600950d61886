/// A proof that a tree has a leaf, or that it begins with a smaller tree, being made while the leaves
/// go by once, in order.
///
/// It says by RFC 6962 which subtrees the proof names and gathers their roots: its memory grows with
/// the square of the tree's height, not with its leaves.
public struct MerkleProof: Sendable {
    /// The leaves of each subtree, in the order in which the proof names them.
    public let subtrees: [Range<Int>]
    private var trees: [MerkleTree]
    private var taken = 0

    /// A proof that a leaf, counted from nil, is in a tree of so many: `PATH(m, D[n])`.
    ///
    /// - Parameters:
    ///   - leaf: the leaf, from 0 to one less than the size.
    ///   - size: how many leaves the tree has.
    public init(ofLeaf leaf: Int, in size: Int) {
        precondition((0..<size).contains(leaf), "A leaf is one of its tree's.")
        self.init(Self.path(leaf, 0..<size))
    }

    /// A proof that a tree begins with the smaller one: `PROOF(m, D[n])`.
    ///
    /// - Parameters:
    ///   - first: how many leaves the smaller tree has, at least one.
    ///   - second: how many leaves the tree has.
    public init(from first: Int, to second: Int) {
        precondition(first > 0 && first <= second, "A tree begins with one no larger.")
        self.init(Self.steps(first, 0..<second, isWhole: true))
    }

    private init(_ subtrees: [Range<Int>]) {
        self.subtrees = subtrees
        trees = subtrees.map { _ in MerkleTree() }
    }

    /// Takes the next leaf of the tree.
    public mutating func take(_ leaf: [UInt8]) {
        for (index, subtree) in subtrees.enumerated() where subtree.contains(taken) {
            trees[index].take(leaf)
        }
        taken += 1
    }

    /// The proof, once every leaf was taken.
    public var hashes: [[UInt8]] { trees.map(\.root) }
}

extension MerkleProof {
    private static func path(_ leaf: Int, _ tree: Range<Int>) -> [Range<Int>] {
        guard tree.count > 1 else { return [] }
        let (left, right) = halves(tree)
        return left.contains(leaf)
            ? path(leaf, left) + [right] : path(leaf, right) + [left]
    }

    /// `SUBPROOF(m, D[n], b)`; a subtree that is the whole smaller tree needs no naming.
    private static func steps(
        _ end: Int, _ tree: Range<Int>, isWhole: Bool
    ) -> [Range<Int>] {
        guard end < tree.upperBound else { return isWhole ? [] : [tree] }
        let (left, right) = halves(tree)
        return end <= left.upperBound
            ? steps(end, left, isWhole: isWhole) + [right]
            : steps(end, right, isWhole: false) + [left]
    }

    /// Parted at the largest power of two below its size.
    private static func halves(_ tree: Range<Int>) -> (left: Range<Int>, right: Range<Int>) {
        var half = 1
        while half * 2 < tree.count { half *= 2 }
        let middle = tree.lowerBound + half
        return (tree.lowerBound..<middle, middle..<tree.upperBound)
    }
}
