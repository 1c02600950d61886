import GrantLedger
import Testing

@Suite("Canonical records of nested values")
struct CanonicalNestingTests {
    /// Asks for containers first and fills them later, in another order.
    private struct Nested: Encodable {
        enum Key: CodingKey { case first, second }

        func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: Key.self)
            var list = fields.nestedUnkeyedContainer(forKey: .second)
            var object = fields.nestedContainer(keyedBy: Key.self, forKey: .first)
            try list.encode(1)
            var deep = list.nestedUnkeyedContainer()
            var last = list.nestedContainer(keyedBy: Key.self)
            try list.encode(4)
            try last.encode(3, forKey: .first)
            try deep.encode(2)
            try object.encode("x", forKey: .second)
        }
    }

    @Test("What is filled later stands where it was asked for")
    func filledLater() throws {
        let bytes = try Canonical(Nested()).bytes
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text == #"{"first":{"second":"x"},"second":[1,[2],{"first":3},4]}"#)
    }
}
