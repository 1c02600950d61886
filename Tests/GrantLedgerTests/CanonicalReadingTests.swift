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

    private static let record = """
        {"act":{"a":"b"},"approver":"second","approverLogin":"two","batch":2,"book":"B",\
        "date":"2019-05-01","documents":[{"name":"notice.pdf","row":4,\
        "sha256":"00","size":12}],"flags":["late"],"format":1,"key":"K",\
        "kind":"makeAward","login":"one","number":2,"prepared":1,\
        "puts":[{"key":"P","register":"award","row":{"x":"y"},"was":1}],\
        "recordedAt":"2019-05-01T10:00:00.000Z","reference":"R","rests":[1],"reverses":1,\
        "rules":3,"transfers":[{"amount":"5","credit":"reserved{award=P,fund=F,year=2019/20}",\
        "debit":"unallocated{fund=F,year=2019/20}"}],"user":"first"}
        """

    @Test("A record is read straight as Codable reads it, and written back as the same bytes")
    func recordReader() throws {
        let bytes = Array(Self.record.utf8)
        let tree = try #require(Canonical(bytes: bytes))
        var reader = RecordReader()
        for _ in 1...2 {
            let entry = try reader.entry(tree)
            #expect(entry == (try tree.value(Entry.self)))
            #expect(entry.bytes == bytes)
            #expect(reader.moves.map(\.debit) == [0] && reader.moves.map(\.credit) == [1])
            let accounts = [entry.transfers[0].debit, entry.transfers[0].credit]
            #expect(reader.known.map(\.account) == accounts)
        }
    }

    @Test(
        "What a record does not hold is not read past, wherever it stands",
        arguments: [
            ("\"act\":", "\"aaa\":1,\"act\":"), ("{\"name\":", "{\"aaa\":1,\"name\":"),
            ("{\"key\":", "{\"aaa\":1,\"key\":"), ("{\"amount\":", "{\"aaa\":1,\"amount\":"),
        ])
    func strangers(_ place: String, _ stranger: String) throws {
        let text = Self.record.replacing(place, with: stranger, maxReplacements: 1)
        let tree = try #require(Canonical(bytes: Array(text.utf8)))
        var reader = RecordReader()
        #expect(throws: (any Error).self) { _ = try reader.entry(tree) }
    }
}
