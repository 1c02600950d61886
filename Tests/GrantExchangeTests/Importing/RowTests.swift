import GrantExchange
import GrantLedger
import Testing

@Suite("Rows of imported files")
struct RowTests {
    private let bank = "Date|Details|Amount|Ref\n"

    private func items(_ text: String, _ kind: ImportKind = .bank) throws -> [RecordStream.Item] {
        var table = RowTable(text)
        var detector = LayoutDetector(kind)
        let layout = try #require(try detector.detect(&table)).layout
        var stream = RecordStream(RowTable(text), layout: layout)
        var items: [RecordStream.Item] = []
        while let item = try stream.read() { items.append(item) }
        return items
    }

    private func faulty(_ text: String) throws -> [ImportFault] {
        var found: [ImportFault] = []
        for case .faulty(let faults) in try items(text) { found += faults }
        return found
    }

    @Test("Every cell that cannot be read is named with its address, its heading and its text")
    func faults() throws {
        let found = try faulty(
            bank + "31/01/2020|a|5|X\n2020-02-30|b|5.001|Y\n31/01/2020|c|1,00|Z\n31/01/2020|d||V")
        #expect(found.map(\.place) == ["A3 (Date)", "C3 (Amount)", "C4 (Amount)", "C5 (Amount)"])
        #expect(found.map(\.text) == ["2020-02-30", "5.001", "1,00", ""])
        #expect(found[1].message == "“5.001” has a fraction of a penny.")
        #expect(found.map(\.code) == ["unreadable", "unreadable", "unreadable", "missing"])
    }

    @Test(
        "Amounts are read with a sign on either side, in brackets, with the currency's name",
        arguments: [
            ("£1,234.50", 123_450), ("-5", -500), ("5-", -500), ("(5.00)", -500), ("5 CR", 500),
            ("5 DR", -500), ("GBP 5", 500), ("−5.10", -510), ("-£5", -500), ("£-5", -500),
        ])
    func amounts(_ text: String, _ pence: Int) throws {
        guard case .record(let record) = try items(bank + "2020-01-31|a|\(text)|X").first else {
            Issue.record("\(text) is not read")
            return
        }
        #expect(record.controlAmount == Money(pence: Int64(pence)))
    }

    @Test(
        "An amount with two signs could be either, and is refused",
        arguments: ["(-5)", "-5-", "-5 DR", "(5) DR", "-5 CR", "5 CR DR"])
    func twoSigns(_ text: String) throws {
        let found = try faulty(bank + "2020-01-31|a|\(text)|X")
        #expect(found.map(\.place) == ["C2 (Amount)"])
    }

    @Test("The same row has the same key; a second one like it in the file has its own")
    func keys() throws {
        let profile = try #require(Code("BANK"))
        func keys(_ text: String, unique: String?) throws -> [RowKeys.Key] {
            var keys = RowKeys(profile: profile, unique: unique)
            var found: [RowKeys.Key] = []
            for case .record(let record) in try items(text) { found.append(keys.next(record)) }
            return found
        }
        let text = bank + "2020-01-31|a|5|X\n2020-01-31|a|5|X\n2020-01-31|b|5|Y"
        let plain = try keys(text, unique: nil)
        #expect(Set(plain.map(\.text)).count == 3 && plain.allSatisfy { $0.twin == nil })
        #expect(plain[0].digest == plain[1].digest && plain[0].digest != plain[2].digest)
        let again = try keys(bank + "31 Jan 2020|a|5.00|X", unique: nil)
        #expect(again[0].text == plain[0].text)
        let named = try keys(text, unique: "reference")
        #expect(named.map(\.text) == ["import/BANK/X", "import/BANK/X", "import/BANK/Y"])
        #expect(named.map(\.twin) == [nil, 2, nil])
    }

    @Test("A column of an unknown fact changes no key")
    func unread() throws {
        let profile = try #require(Code("BANK"))
        var keys = RowKeys(profile: profile, unique: nil)
        var other = keys
        guard case .record(let one) = try items(bank + "2020-01-31|a|5|X").first,
            case .record(let two) = try items("Seen by|" + bank + "JS|2020-01-31|a|5|X").first
        else {
            Issue.record("a row is not read")
            return
        }
        #expect(keys.next(one).text == other.next(two).text)
    }
}
