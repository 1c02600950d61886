import GRDB
public import GrantSeal

extension Book {
    /// How a book stands to a checkpoint that was made of it once.
    public enum Agreement: Hashable, Sendable {
        /// The checkpoint is of another book.
        case otherBook
        /// The book ends before the checkpoint: an older copy was put back.
        case entriesGone(newest: Int)
        /// The book's first entries are not those of the checkpoint: it was rewritten since.
        case rewritten(newest: Int)
        /// The book begins with the entries of the checkpoint.
        case grown(Growth)
    }

    /// What has come since a checkpoint, and the proof that nothing before it was changed.
    public struct Growth: Hashable, Sendable {
        /// The book's checkpoint now.
        public let now: Checkpoint
        /// The consistency proof of RFC 6962 from the one to the other.
        public let proof: [[UInt8]]
        /// How many entries have come since.
        public let count: Int
    }

    /// Compares the book with a checkpoint of it.
    ///
    /// The book's tree, and the proof that it begins with that of the checkpoint, are made from the
    /// records as they now are; the proof is then verified against the checkpoint's root.
    ///
    /// - Parameters:
    ///   - checkpoint: the checkpoint, from a note whose signatures are verified.
    ///   - progress: called with the number of the last entry read.
    /// - Returns: how the two go together.
    /// - Throws: ``BookFault`` where an entry is missing or does not come to its chain hash.
    public func compared(
        with checkpoint: Checkpoint, progress: (Int) -> Void = { _ in }
    ) throws -> Agreement {
        guard checkpoint.origin.utf8.elementsEqual(origin.utf8) else { return .otherBook }
        let newest = try read { $0.newest }
        guard checkpoint.size <= newest else { return .entriesGone(newest: newest) }
        var tree = MerkleTree()
        let begins = checkpoint.size > 0
        var proof = begins ? MerkleProof(from: checkpoint.size, to: newest) : nil
        try forEachLeaf(upTo: newest, progress: progress) { leaf in
            tree.take(leaf)
            proof?.take(leaf)
        }
        let hashes = proof?.hashes ?? []
        let isSame =
            begins
            ? MerkleProof.shows(
                (checkpoint.size, checkpoint.root), beginning: (newest, tree.root), by: hashes)
            : checkpoint.root == MerkleTree().root
        guard isSame else { return .rewritten(newest: newest) }
        return .grown(
            Growth(
                now: Checkpoint(origin: origin, tree: tree), proof: hashes,
                count: newest - checkpoint.size))
    }
}
