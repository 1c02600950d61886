/// How many records a book has and the root of the tree over them, as c2sp.org/tlog-checkpoint has it.
public struct Checkpoint: Hashable, Sendable {
    /// Which book it is of.
    public let origin: String
    /// How many records.
    public let size: Int
    /// The 32 bytes of the tree's root.
    public let root: [UInt8]
    /// Further lines, which say nothing to this program.
    public let extensions: [String]

    /// Creates the checkpoint of a tree.
    public init(origin: String, tree: MerkleTree) {
        (self.origin, size, root, extensions) = (origin, tree.size, tree.root, [])
    }

    /// Reads the text of a note.
    public init(text: [UInt8]) throws(NoteFault) {
        let end = UInt8(ascii: "\n")
        let lines = text.dropLast().split(separator: end, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard text.last == end, lines.count >= 3, lines.allSatisfy({ !$0.isEmpty }) else {
            throw NoteFault("Its text is not a checkpoint of three lines or more, none empty.")
        }
        guard let size = Int(lines[1]), size >= 0, "\(size)".utf8.elementsEqual(lines[1].utf8)
        else { throw NoteFault("Its second line is not a number of entries.") }
        guard let root = Base64.bytes(lines[2].utf8), root.count == 32 else {
            throw NoteFault("Its third line is not a root of 32 bytes.")
        }
        (origin, self.size, self.root) = (lines[0], size, root)
        extensions = Array(lines[3...])
    }

    /// The text to be signed.
    public var text: [UInt8] {
        let lines = [origin, "\(size)", Base64.text(root)] + extensions
        return Array(lines.map { $0 + "\n" }.joined().utf8)
    }

    /// What a checkpoint calls a book of this id.
    public static func origin(ofBook id: String) -> String { "almoner/\(KeyName.escaped(id))" }
}
