import Foundation
import GrantLedger
import GrantStore
import Testing

/// A column of a table.
struct Column: Sendable, CustomTestStringConvertible {
    let table: String
    let name: String
    let type: String
    let keys: String
    var testDescription: String { "\(table).\(name)" }

    /// Every column of every table of a new book, asked of SQLite itself.
    static let all: [Column] = {
        guard let sample = try? SampleBook() else { return [] }
        let sql = """
            SELECT m.name, c.name, c.type, (SELECT group_concat(k.name) FROM pragma_table_info(m.name) AS k
            WHERE k.pk > 0) FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c WHERE m.type = 'table';
            """
        let lines = (try? Shell.sqlite(sample.path, sql).output) ?? ""
        return lines.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "|").map(String.init)
            guard parts.count == 4 else { return nil }
            return Column(table: parts[0], name: parts[1], type: parts[2], keys: parts[3])
        }
    }()

    /// Another value than the one that stands in one row.
    var changed: String {
        switch type {
        case "INTEGER": "coalesce(\(name), 0) + 1000"
        case "BLOB": "randomblob(32)"
        default: "coalesce(\(name), '') || 'X'"
        }
    }
}

@Suite("Verifying finds what was changed")
struct TamperTests {
    private func findings(_ path: String, _ depth: Book.Depth = .full) throws -> [Book.Finding] {
        try Book(reading: path).verify(depth).findings
    }

    @Test("SQLite knows every table and column")
    func columnsAreKnown() {
        #expect(Column.all.count > 50)
        #expect(Set(Column.all.map(\.table)).count == 10)
    }

    @Test("A value changed in any column of any table is found", arguments: Column.all)
    func everyColumn(_ column: Column) throws {
        let sample = try SampleBook.withApproval()
        let keys = "(\(column.keys))"
        let row = "(SELECT \(column.keys) FROM \(column.table) ORDER BY \(column.keys) LIMIT 1)"
        try sample.tamper(
            "UPDATE \(column.table) SET \(column.name) = \(column.changed) WHERE \(keys) = \(row);")
        let found = try findings(sample.path)
        #expect(!found.isEmpty)
        #expect(!found.contains { $0.message.contains("schema's text") }, "\(found)")
    }

    @Test(
        "A fact changed inside a record is found, with its entry",
        arguments: [
            ("amount", "\"amount\":\"3500000\"", "\"amount\":\"3500001\""),
            ("date", "\"date\":\"2019-05-20\"", "\"date\":\"2019-05-21\""),
            ("name", "\"name\":\"notice.pdf\"", "\"name\":\"notice.PDF\""),
            ("id", "\"book\":\"KENT-1\"", "\"book\":\"KENT-2\""),
            ("user", "\"user\":\"FINANCE\"", "\"user\":\"finance\""),
        ])
    func inRecord(_ name: String, _ old: String, _ new: String) throws {
        let sample = try SampleBook()
        try sample.tamper(
            """
            UPDATE journal SET record = replace(record, '\(old)', '\(new)') WHERE number = \(SampleBook.award);
            """)
        let found = try findings(sample.path)
        #expect(found.contains { $0.entry == SampleBook.award && $0.field == "chain" }, "\(found)")
    }

    @Test("A letter composed otherwise is another letter")
    func bytesNotLetters() throws {
        let sample = try SampleBook()
        try sample.tamper("UPDATE version SET row = replace(row, 'é', 'e' || char(0x301));")
        #expect(try findings(sample.path).contains { $0.field == "version.row" })
    }

    @Test("An entry taken out of the middle is found")
    func entryRemoved() throws {
        let sample = try SampleBook()
        try sample.tamper(
            """
            DELETE FROM transfer WHERE entry = 9; DELETE FROM version WHERE entry = 9;
            DELETE FROM rest WHERE entry = 9; DELETE FROM journal WHERE number = 9;
            """)
        let found = try findings(sample.path)
        #expect(
            found.contains { $0.field == "number" && $0.message.contains("Entry 9 is missing") })
    }

    @Test("The newest entries taken away are found, and counted")
    func newestRemoved() throws {
        let sample = try SampleBook()
        try sample.tamper(
            """
            DELETE FROM transfer WHERE entry > 15; DELETE FROM version WHERE entry > 15;
            DELETE FROM rest WHERE entry > 15; DELETE FROM journal WHERE number > 15;
            """)
        let book = try Book(reading: sample.path)
        #expect(book.standing == .olderCopy(newest: 15, gone: 3))
        #expect(try book.verify(.full).findings.contains { $0.field == "counterfoils" })
    }

    @Test("A guard taken away is found at the next open")
    func guardRemoved() throws {
        let sample = try SampleBook()
        _ = try Shell.sqlite(sample.path, "DROP TRIGGER journal_never_deleted;")
        let book = try Book(reading: sample.path)
        #expect(book.damage.map(\.field) == ["trigger journal_never_deleted"])
        #expect(throws: BookFault.self) { try Writer(opening: sample.path) }
    }

    @Test("A guard rewritten under its name is found at the next open")
    func guardRewritten() throws {
        let sample = try SampleBook()
        let outcome = try Shell.run(
            "sqlite3",
            [
                sample.path, ".dbconfig defensive off", "PRAGMA writable_schema = ON;",
                "UPDATE sqlite_schema SET sql = replace(sql, 'BEFORE DELETE', 'AFTER DELETE');",
            ])
        try #require(outcome.status == 0, "\(outcome.output)")
        #expect(try Book(reading: sample.path).damage.count > 5)
    }

    @Test("An entry dated back to before its money came is found, though its chain is whole")
    func datedBackBelowAFloor() throws {
        let sample = try SampleBook()
        let outcome = try Shell.judge(
            "forge.py", [sample.path, "\(SampleBook.award)", "2019-04-01"])
        try #require(outcome.status == 0, "\(outcome.output)")
        let found = try findings(sample.path)
        #expect(found.contains { $0.field == "floor" && $0.entry == SampleBook.award }, "\(found)")
        #expect(!found.contains { $0.field == "chain" })
    }

    @Test(
        "Numbers at the ends of 64 bits give findings or a fault, never a trap",
        arguments: [
            "journal SET number = 9223372036854775807 WHERE number = 18",
            "journal SET number = -5 WHERE number = 3", "journal SET batch = -9223372036854775807",
            "account SET debits = 9223372036854775807, credits = -9223372036854775807",
            "poolMonth SET debits = -9223372036854775807",
            "poolMonth SET credits = 9223372036854775807",
            "transfer SET amountPence = 9223372036854775807",
            "version SET entry = -7 WHERE register = 'office'",
        ])
    func endsOfRange(_ change: String) throws {
        let sample = try SampleBook()
        try sample.tamper("UPDATE \(change);")
        do {
            let book = try Book(reading: sample.path)
            #expect(try !book.verify(.rules).isSound)
            _ = try book.read { try $0.pools(Set(Head.allCases), knownAt: 3) }
        } catch is BookFault {}
    }

    @Test("Counterfoils with a number beyond any entry are garbled, never a trap")
    func greatCounterfoil() throws {
        let sample = try SampleBook()
        let line = "9223372036854775807 \(String(repeating: "0", count: 64)) now\n"
        try "almoner-counterfoils/1 KENT-1 0\n\(line)".write(
            toFile: sample.path + ".counterfoils", atomically: true, encoding: .utf8)
        #expect(try Book(reading: sample.path).standing == .garbled)
        #expect(try !Book(reading: sample.path).verify(.full).isSound)
    }

    @Test("Bytes of the file zeroed give findings or a fault, never a trap", arguments: 0..<24)
    func zeroedPage(_ index: Int) throws {
        let sample = try SampleBook()
        var bytes = try TestFolder.bytes(sample.path)
        let start = bytes.count / 24 * index
        bytes.replaceSubrange(start..<(start + 512), with: Data(repeating: 0, count: 512))
        try bytes.write(to: URL(filePath: sample.path))
        do { _ = try findings(sample.path, .rules) } catch is BookFault {}
    }

    @Test("A row that is no JSON is damage to the report that asks it")
    func noJSON() throws {
        let sample = try SampleBook()
        try sample.tamper("UPDATE version SET row = substr(row, 2) WHERE register = 'award';")
        let book = try Book(reading: sample.path)
        let question = SpendQuestion(asAt: try SampleBook.day("2019-07-15"))
        #expect {
            _ = try book.read { try $0.spend(question) }
        } throws: { error in
            if case .damaged? = error as? BookFault { true } else { false }
        }
    }

    @Test("A trigger moved behind the end of another's text is a change of the schema")
    func hiddenTrigger() throws {
        let sample = try SampleBook()
        let named = "FROM sqlite_schema WHERE type = 'trigger' ORDER BY name LIMIT 1 OFFSET"
        let hidden = "SELECT 'trigger ' || name || char(0) || tbl_name || ': ' || sql \(named) 1"
        let outcome = try Shell.sqlite(
            sample.path,
            """
            PRAGMA writable_schema = ON;
            UPDATE sqlite_schema SET sql = sql || char(0) || (\(hidden)) WHERE name = (SELECT name \(named) 0);
            DELETE FROM sqlite_schema WHERE name = (SELECT name \(named) 1);
            """)
        try #require(outcome.status == 0, "\(outcome.output)")
        #expect(try Book(reading: sample.path).damage.count == 2)
    }
}
