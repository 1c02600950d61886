import GrantLedger
import Testing

@Suite("Reading canonical records")
struct CanonicalReadingTests {
    @Test(
        "Anything but the one spelling is refused",
        arguments: [
            "", " ", "{} ", "{", "[1,]", "[,]", "{\"a\":1,}", "{\"b\":1,\"a\":2}",
            "{\"a\":1,\"a\":1}",
            "{\"é\":1}", "01", "-0", "+1", "1.0", "1e3", "9007199254740992", "-", "true", "null",
            "\"\\u0041\"", "\"\\u001F\"", "\"\\u0009\"", "\"\\/\"", "\"\\u00\"", "\"\\", "\"\t\"",
            "\"\\u+001\"", "\"unfinished", "99999999999999999999999999",
        ])
    func refused(_ text: String) {
        #expect(Canonical(bytes: Array(text.utf8)) == nil)
    }

    @Test("Bytes that are not UTF-8 are refused")
    func notUTF8() {
        #expect(Canonical(bytes: [0x22, 0xFF, 0x22]) == nil)
        #expect(Canonical(bytes: [0x22, 0x5C, 0x6E, 0xC3, 0x22]) == nil)
        #expect(Canonical(bytes: [0x22, 0xED, 0xA0, 0x80, 0x22]) == nil)
    }

    @Test("A record nested without end is refused, not followed")
    func deep() {
        let text = String(repeating: "[", count: 100_000)
        #expect(Canonical(bytes: Array(text.utf8)) == nil)
    }

    /// Every width a value could be asked for.
    private struct Widths: Decodable {
        var int8: Int8?
        var uint: UInt?
        var bool: Bool?
        var amount: Int64?
    }

    @Test(
        "A number out of range is an error, never a trap",
        arguments: [
            "{\"int8\":300}", "{\"uint\":-1}", "{\"bool\":2}", "{\"amount\":5}",
            "{\"amount\":\"99999999999999999999\"}", "{\"amount\":\"05\"}", "{\"amount\":\"+5\"}",
        ])
    func outOfRange(_ text: String) throws {
        let tree = try #require(Canonical(bytes: Array(text.utf8)))
        #expect(throws: (any Error).self) { try tree.value(Widths.self) }
    }

    @Test(
        "A transfer that could not be made is not read",
        arguments: [
            #"{"amount":"1","credit":"bank","debit":"unallocated"}"#,
            #"{"amount":"0","credit":"bank","debit":"generalFund"}"#,
            #"{"amount":"-9223372036854775808","credit":"bank","debit":"generalFund"}"#,
            #"{"amount":"1","credit":"bank{","debit":"generalFund"}"#,
        ])
    func badTransfer(_ text: String) throws {
        let tree = try #require(Canonical(bytes: Array(text.utf8)))
        #expect(throws: (any Error).self) { try tree.value(Transfer.self) }
    }

    @Test("What a record never holds cannot be written")
    func unwritable() {
        #expect(throws: (any Error).self) { try Canonical(UInt64.max) }
        #expect(throws: (any Error).self) { try Canonical([1.5]) }
        #expect(throws: (any Error).self) { try Canonical(Int.min) }
        #expect(throws: (any Error).self) { try Canonical([Int?.none]) }
    }

    @Test("Every byte changed in a record gives an error or another value, never a trap")
    func everyByte() {
        let text = #"{"a":[{"amount":"-12","n":-7},"\u0001\n"],"b":{"c":"é"}}"#
        let bytes = Array(text.utf8)
        for index in bytes.indices {
            for byte in UInt8.min ... .max {
                var changed = bytes
                changed[index] = byte
                if let tree = Canonical(bytes: changed) { #expect(tree.bytes == changed) }
            }
        }
    }
}
