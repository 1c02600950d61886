import GrantSeal
import Testing

/// The reference tree of certificate transparency: eight leaves, its roots and its proofs, as
/// published with the log's own tests.
enum ReferenceTree {
    static let leaves = [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ]
    static let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    static let roots = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    /// A proof by its two numbers: a leaf counted from nil and a size, or two sizes.
    struct Proof: Sendable, CustomTestStringConvertible {
        let first: Int
        let second: Int
        let hashes: [String]
        var testDescription: String { "\(first) in \(second)" }
    }

    static let inclusions = [
        Proof(first: 0, second: 1, hashes: []),
        Proof(
            first: 0, second: 8,
            hashes: [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ]),
        Proof(
            first: 5, second: 8,
            hashes: [
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ]),
        Proof(first: 2, second: 3, hashes: [roots[1]]),
        Proof(
            first: 1, second: 5,
            hashes: [
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ]),
    ]

    static let consistencies = [
        Proof(first: 1, second: 1, hashes: []),
        Proof(
            first: 1, second: 8,
            hashes: [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ]),
        Proof(
            first: 6, second: 8,
            hashes: [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ]),
        Proof(
            first: 2, second: 5,
            hashes: [
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ]),
    ]

    static func bytes(_ hex: String) throws -> [UInt8] { try #require(Hex.bytes(hex)) }
    static func leaf(_ index: Int) throws -> [UInt8] { Chain.leaf(of: try bytes(leaves[index])) }
}

@Suite("The tree of RFC 6962")
struct MerkleTreeTests {
    @Test("The reference tree has the published root at each of its 8 sizes, and empty")
    func roots() throws {
        var tree = MerkleTree()
        #expect(Hex.text(tree.root) == ReferenceTree.empty)
        for index in 0..<8 {
            tree.take(try ReferenceTree.leaf(index))
            #expect(tree.size == index + 1)
            #expect(Hex.text(tree.root) == ReferenceTree.roots[index])
        }
    }

    @Test(
        "A leaf's proof is the published one, and shows the leaf",
        arguments: ReferenceTree.inclusions)
    func inclusion(_ published: ReferenceTree.Proof) throws {
        var proof = MerkleProof(ofLeaf: published.first, in: published.second)
        for index in 0..<published.second { proof.take(try ReferenceTree.leaf(index)) }
        #expect(proof.hashes.map(Hex.text) == published.hashes)
        #expect(
            MerkleProof.shows(
                leaf: try ReferenceTree.leaf(published.first), at: published.first,
                in: published.second, by: proof.hashes,
                root: try ReferenceTree.bytes(ReferenceTree.roots[published.second - 1])))
    }

    @Test(
        "A proof of growth is the published one, and shows it",
        arguments: ReferenceTree.consistencies)
    func consistency(_ published: ReferenceTree.Proof) throws {
        var proof = MerkleProof(from: published.first, to: published.second)
        for index in 0..<published.second { proof.take(try ReferenceTree.leaf(index)) }
        #expect(proof.hashes.map(Hex.text) == published.hashes)
        let first = try ReferenceTree.bytes(ReferenceTree.roots[published.first - 1])
        let second = try ReferenceTree.bytes(ReferenceTree.roots[published.second - 1])
        #expect(
            MerkleProof.shows(
                (published.first, first), beginning: (published.second, second), by: proof.hashes))
    }

    /// `MTH(D[n])` word for word as the RFC defines it.
    private func defined(_ leaves: ArraySlice<[UInt8]>) -> [UInt8] {
        guard leaves.count > 1, let first = leaves.indices.first else {
            return leaves.first ?? Digest.sha256(of: [])
        }
        var half = 1
        while half * 2 < leaves.count { half *= 2 }
        return Digest.sha256(
            of: [1] + defined(leaves[..<(first + half)]) + defined(leaves[(first + half)...]))
    }

    private func leaves(_ count: Int) -> [[UInt8]] {
        (0..<count).map { Chain.leaf(of: Array("record \($0)".utf8)) }
    }

    @Test("The root is that of the RFC's definition at every size to 70")
    func definition() {
        let leaves = leaves(70)
        var tree = MerkleTree()
        for (index, leaf) in leaves.enumerated() {
            tree.take(leaf)
            #expect(tree.root == defined(leaves[...index]))
        }
    }

    @Test("Every tree to 33 leaves shows every smaller one, and no other root, size or proof")
    func everyGrowth() {
        let leaves = leaves(33)
        let roots = (0...33).map { defined(leaves[..<$0]) }
        for second in 1...33 {
            for first in 1...second {
                var proof = MerkleProof(from: first, to: second)
                for leaf in leaves[..<second] { proof.take(leaf) }
                let hashes = proof.hashes
                func holds(_ root: [UInt8], _ size: Int, _ hashes: [[UInt8]]) -> Bool {
                    MerkleProof.shows((size, root), beginning: (second, roots[second]), by: hashes)
                }
                #expect(holds(roots[first], first, hashes))
                #expect(!holds(leaves[0].reversed(), first, hashes))
                #expect(!holds(roots[first], first, hashes + [leaves[0]]))
                #expect(hashes.isEmpty || !holds(roots[first], first, hashes.dropLast()))
                for other in 1...33 where other != first {
                    #expect(
                        !holds(roots[first], other, hashes), "\(first) as \(other) in \(second)")
                }
            }
        }
    }

    @Test("Every leaf of every tree to 33 is shown where it stands, and nowhere else")
    func everyLeaf() {
        let leaves = leaves(33)
        for size in 1...33 {
            let root = defined(leaves[..<size])
            for index in 0..<size {
                var proof = MerkleProof(ofLeaf: index, in: size)
                for leaf in leaves[..<size] { proof.take(leaf) }
                for other in -1...size {
                    let isShown = MerkleProof.shows(
                        leaf: leaves[index], at: other, in: size, by: proof.hashes, root: root)
                    #expect(isShown == (other == index), "\(index) at \(other) of \(size)")
                }
            }
        }
    }

    @Test("A proof over 100,000 leaves names 17 subtrees at most")
    func sizeOfProof() {
        let proof = MerkleProof(from: 65_537, to: 100_000)
        #expect(proof.subtrees.count <= 18)
        #expect(MerkleProof(ofLeaf: 99_999, in: 100_000).subtrees.count <= 17)
    }
}
