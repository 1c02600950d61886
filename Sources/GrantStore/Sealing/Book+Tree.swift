import GRDB
import GrantLedger
public import GrantSeal

extension Book {
    /// What a checkpoint calls this book.
    public var origin: String { Checkpoint.origin(ofBook: id) }

    /// Gives the leaf of every record in order, and proves each record by its chain hash on the way.
    ///
    /// It reads in slices, each its own short read, so that no commit waits.
    ///
    /// - Parameters:
    ///   - end: the last entry; the newest where it is not given.
    ///   - progress: called with the number of the last entry read.
    ///   - body: takes a leaf.
    /// - Returns: how many there were.
    /// - Throws: ``BookFault`` where an entry is missing or does not come to its chain hash; what the
    ///   body throws.
    @discardableResult
    public func forEachLeaf(
        upTo end: Int? = nil, progress: (Int) -> Void = { _ in }, _ body: ([UInt8]) throws -> Void
    ) throws -> Int {
        let end = try end ?? read { $0.newest }
        var walk = LeafWalk()
        while walk.last < end {
            try read { reader in try walk.step(reader, upTo: end, body) }
            progress(walk.last)
        }
        return end
    }

    /// The tree of RFC 6962 over the records up to an entry, in memory that does not grow with them.
    ///
    /// - Parameters:
    ///   - end: the last entry; the newest where it is not given.
    ///   - progress: called with the number of the last entry read.
    /// - Returns: the tree, of which size and root may be asked.
    /// - Throws: ``BookFault`` where an entry is missing or does not come to its chain hash.
    public func tree(
        upTo end: Int? = nil, progress: (Int) -> Void = { _ in }
    ) throws -> MerkleTree {
        var tree = MerkleTree()
        try forEachLeaf(upTo: end, progress: progress) { tree.take($0) }
        return tree
    }

    /// The checkpoint of the records up to an entry; the text of a note to be signed.
    ///
    /// - Parameters:
    ///   - end: the last entry; the newest where it is not given.
    ///   - progress: called with the number of the last entry read.
    /// - Returns: origin, size and root.
    /// - Throws: ``BookFault`` where an entry is missing or does not come to its chain hash.
    public func checkpoint(
        at end: Int? = nil, progress: (Int) -> Void = { _ in }
    ) throws -> Checkpoint {
        Checkpoint(origin: origin, tree: try tree(upTo: end, progress: progress))
    }
}

extension Reader {
    /// The checkpoint of all records, read at this one moment.
    public func checkpoint() throws -> Checkpoint {
        var walk = LeafWalk()
        var tree = MerkleTree()
        while walk.last < newest { try walk.step(self, upTo: newest) { tree.take($0) } }
        guard let record = try bytes(of: 1) else {
            throw BookFault.damaged(what: "it has no entries")
        }
        let book = try Self.entry(from: record, number: 1).book
        return Checkpoint(origin: Checkpoint.origin(ofBook: book), tree: tree)
    }
}
