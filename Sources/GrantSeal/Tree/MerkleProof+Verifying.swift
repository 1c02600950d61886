extension MerkleProof {
    /// Whether a proof shows that a tree has a leaf (RFC 9162, section 2.1.3.2).
    ///
    /// - Parameters:
    ///   - leaf: the leaf's hash.
    ///   - index: where it stands, counted from nil.
    ///   - size: how many leaves the tree has.
    ///   - proof: the hashes of the proof in order.
    ///   - root: the tree's root.
    /// - Returns: whether they come to that root.
    public static func shows(
        leaf: [UInt8], at index: Int, in size: Int, by proof: [[UInt8]], root: [UInt8]
    ) -> Bool {
        guard (0..<max(size, 0)).contains(index) else { return false }
        var (node, last) = (index, size - 1)
        var found = leaf
        for hash in proof {
            guard last > 0 else { return false }
            if node & 1 == 1 || node == last {
                found = MerkleTree.node(hash, found)
                while node & 1 == 0, node > 0 { (node, last) = (node >> 1, last >> 1) }
            } else {
                found = MerkleTree.node(found, hash)
            }
            (node, last) = (node >> 1, last >> 1)
        }
        return last == 0 && found == root
    }

    /// Whether a proof shows that a tree begins with a smaller one (RFC 9162, section 2.1.4.2).
    ///
    /// - Parameters:
    ///   - first: how many leaves the smaller tree has, and its root.
    ///   - second: how many leaves the tree has, and its root.
    ///   - proof: the hashes of the proof in order.
    /// - Returns: whether they come to both roots.
    public static func shows(
        _ first: (size: Int, root: [UInt8]), beginning second: (size: Int, root: [UInt8]),
        by proof: [[UInt8]]
    ) -> Bool {
        guard first.size > 0, first.size <= second.size else { return false }
        guard first.size < second.size else { return proof.isEmpty && first.root == second.root }
        var path = proof[...]
        if first.size & (first.size - 1) == 0 { path = [first.root] + path }
        var (node, last) = (first.size - 1, second.size - 1)
        while node & 1 == 1 { (node, last) = (node >> 1, last >> 1) }
        guard let begin = path.popFirst() else { return false }
        var (smaller, larger) = (begin, begin)
        for hash in path {
            guard last > 0 else { return false }
            if node & 1 == 1 || node == last {
                smaller = MerkleTree.node(hash, smaller)
                larger = MerkleTree.node(hash, larger)
                while node & 1 == 0, node > 0 { (node, last) = (node >> 1, last >> 1) }
            } else {
                larger = MerkleTree.node(larger, hash)
            }
            (node, last) = (node >> 1, last >> 1)
        }
        return last == 0 && smaller == first.root && larger == second.root
    }
}
