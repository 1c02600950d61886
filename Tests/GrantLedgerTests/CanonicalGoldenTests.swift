import Foundation
import GrantLedger
import GrantSeal
import Testing

/// A vector made by another program: bytes, their leaf, and the chain up to them.
private struct Vector: Decodable, CustomTestStringConvertible {
    let name: String
    let bytesHex: String?
    let length: Int
    let leaf: String
    let chain: String
    var testDescription: String { name }

    /// The bytes; the longest vector is given by its rule.
    func bytes() throws -> [UInt8] {
        if let bytesHex { return try #require(Hex.bytes(bytesHex)) }
        return Array("{\"t\":\"".utf8) + Array(repeating: UInt8(ascii: "x"), count: 20_000)
            + Array("\"}".utf8)
    }

    static func all() throws -> [Vector] {
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Fixtures/golden/canonical.jsonl")
        return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map {
            try JSONDecoder().decode(Vector.self, from: Data($0.utf8))
        }
    }
}

@Suite("Canonical records against golden vectors")
struct CanonicalGoldenTests {
    @Test("Every vector is read and written again byte for byte")
    func roundTrip() throws {
        let vectors = try Vector.all()
        #expect(vectors.count == 12)
        for vector in vectors {
            let bytes = try vector.bytes()
            #expect(bytes.count == vector.length, "\(vector.name)")
            let tree = try #require(Canonical(bytes: bytes), "\(vector.name)")
            #expect(tree.bytes == bytes, "\(vector.name)")
        }
    }

    @Test("Leaves and the running chain are those of another program")
    func chain() throws {
        var chain = Chain.start
        for vector in try Vector.all() {
            let bytes = try vector.bytes()
            #expect(Hex.text(Chain.leaf(of: bytes)) == vector.leaf, "\(vector.name)")
            chain = chain.after(bytes)
            #expect(chain.hex == vector.chain, "\(vector.name)")
        }
    }
}
