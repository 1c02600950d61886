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

    @Test("A record is taken apart as Codable reads it")
    func recordScan() throws {
        let bytes = Array(Self.record.utf8)
        let entry = try #require(Canonical(bytes: bytes)).value(Entry.self)
        #expect(entry.bytes == bytes)
        try bytes.withUnsafeBytes { bytes in
            let record = try RecordScan(bytes)
            let numbers = [record.format, record.number, record.batch, record.rules]
            #expect(numbers == [entry.format, entry.number, entry.batch, entry.rules])
            #expect(record.prepared == entry.prepared && record.reverses == entry.reverses)
            #expect(record.kind == entry.kind && record.date == entry.date)
            #expect(record.flags == entry.flags && record.rests == entry.rests)
            let texts = [
                record.kindText, record.dateText, record.book, record.recordedAt, record.user,
                record.login,
            ].map(record.string)
            #expect(
                texts == [
                    entry.kind.rawValue, entry.date.description, entry.book, entry.recordedAt,
                    entry.user, entry.login,
                ])
            #expect(record.approver.map(record.string) == entry.approver)
            #expect(record.approverLogin.map(record.string) == entry.approverLogin)
            #expect(record.key.map(record.string) == entry.key)
            let moves = record.moves.map { move in
                [record.string(move.debit), record.string(move.credit), "\(move.amount.pence)"]
            }
            #expect(
                moves
                    == entry.transfers.map {
                        [$0.debit.description, $0.credit.description, "\($0.amount.pence)"]
                    })
            let rows = record.rows.map { row in
                Put(
                    register: row.register, key: record.string(row.key),
                    row: row.row.flatMap { Canonical(bytes: Array(bytes[$0])) }, was: row.was)
            }
            #expect(rows == entry.puts)
        }
    }

    @Test(
        "What a record does not hold is not read past, wherever it stands",
        arguments: [
            ("\"act\":", "\"aaa\":1,\"act\":"), ("{\"name\":", "{\"aaa\":1,\"name\":"),
            ("{\"key\":", "{\"aaa\":1,\"key\":"), ("{\"amount\":", "{\"aaa\":1,\"amount\":"),
            ("\"rules\":3", "\"rules\":03"), ("\"5\"", "\"05\""), ("\"5\"", "\"0\""),
            ("\"5\"", "\"-5\""), ("\"5\"", "\"9223372036854775808\""), ("\"late\"", "\"lates\""),
            ("makeAward", "makeAwards"), ("2019-05-01\"", "2019-02-29\""),
        ])
    func strangers(_ place: String, _ stranger: String) throws {
        let text = Self.record.replacing(place, with: stranger, maxReplacements: 1)
        #expect(text != Self.record)
        Array(text.utf8).withUnsafeBytes { bytes in
            _ = #expect(throws: (any Error).self) { _ = try RecordScan(bytes) }
        }
    }

    @Test("Every byte changed or cut in a record gives an error or another record, never a trap")
    func everyByteOfARecord() throws {
        let bytes = Array(Self.record.utf8)
        for index in bytes.indices {
            bytes[..<index].withUnsafeBytes { cut in
                _ = #expect(throws: (any Error).self) { _ = try RecordScan(cut) }
            }
            for change: UInt8 in [0x00, 0x22, 0x5C, 0x2C, 0x7D, 0x39, 0x80, 0xFF] {
                var changed = bytes
                changed[index] = change
                let isRead = changed.withUnsafeBytes { (try? RecordScan($0)) != nil }
                #expect(!isRead || Canonical(bytes: changed) != nil)
            }
        }
    }

    @Test("Two spellings that Swift takes for one text are two: K and the Kelvin sign")
    func spellings() throws {
        let kelvin = Self.record.replacing("\"key\":\"K\"", with: "\"key\":\"\u{212A}\"")
        #expect("K" == "\u{212A}")
        try Array(kelvin.utf8).withUnsafeBytes { bytes in
            let record = try RecordScan(bytes)
            let key = try #require(record.key)
            #expect(!record.holds(key, "K".utf8))
            #expect(record.holds(key, "\u{212A}".utf8))
        }
    }
}
