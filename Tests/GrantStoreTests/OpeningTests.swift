import Foundation
import GrantLedger
import GrantStore
import Testing

@Suite("Opening a book")
struct OpeningTests {
    private let wanted = [
        "busy_timeout": "10000", "cell_size_check": "1", "encoding": "UTF-8", "foreign_keys": "1",
        "journal_mode": "delete", "mmap_size": "0", "synchronous": "3", "trusted_schema": "0",
    ]

    @Test("Every setting a promise rests on is so on every kind of open")
    func settings() throws {
        let sample = try SampleBook()
        #expect(try Book(reading: sample.path).settings() == wanted)
        #expect(try Writer(opening: sample.path).settings() == wanted)
        let memory = try Writer.inMemory().settings()
        for (name, value) in wanted where !["journal_mode", "mmap_size"].contains(name) {
            #expect(memory[name] == value, "\(name)")
        }
    }

    @Test(
        "A book turned to another journal mode is refused by a reader and turned back by a writer")
    func journalMode() throws {
        let sample = try SampleBook()
        _ = try Shell.sqlite(sample.path, "PRAGMA journal_mode = WAL;")
        #expect(throws: BookFault.self) { try Book(reading: sample.path) }
        #expect(try Writer(opening: sample.path).settings()["journal_mode"] == "delete")
        #expect(try Book(reading: sample.path).settings()["journal_mode"] == "delete")
    }

    @Test("What is not a book is told with its exit code")
    func notABook() throws {
        let sample = try SampleBook()
        let missing = #expect(throws: BookFault.self) { try Book(reading: sample.path + "x") }
        #expect(missing?.exitCode == 66)
        let folder = #expect(throws: BookFault.self) { try Book(reading: sample.folder.path("")) }
        #expect(folder?.code == "not-a-book")
        let text = sample.folder.path("text.almoner")
        for content in ["", "Dear sir,\n", String(repeating: "x", count: 10_000)] {
            try content.write(toFile: text, atomically: true, encoding: .utf8)
            for open in [{ _ = try Book(reading: text) }, { _ = try Writer(opening: text) }] {
                let fault = #expect(throws: BookFault.self) { try open() }
                #expect(fault?.code == "not-a-book", "\(content.prefix(9))")
            }
        }
        let other = sample.folder.path("other.db")
        _ = try Shell.sqlite(other, "CREATE TABLE a (b);")
        #expect(throws: BookFault.notABook(path: other)) { try Book(reading: other) }
    }

    @Test("A book of a newer program is refused, whoever opens it")
    func newer() throws {
        let sample = try SampleBook()
        _ = try Shell.sqlite(sample.path, "PRAGMA user_version = 99;")
        let fault = #expect(throws: BookFault.self) { try Book(reading: sample.path) }
        #expect(fault?.exitCode == 78)
        #expect(throws: BookFault.self) { try Writer(opening: sample.path) }
    }

    @Test("A reader puts back the pages of a writer that died")
    func hotJournal() throws {
        let sample = try SampleBook()
        let before = try TestFolder.bytes(sample.path)
        let script = """
            import os, sqlite3, sys
            book = sqlite3.connect(sys.argv[1], isolation_level=None)
            book.execute("PRAGMA cache_size = 1")
            book.execute("BEGIN IMMEDIATE")
            book.execute("CREATE TABLE litter (x)")
            for _ in range(200):
                book.execute("INSERT INTO litter VALUES (randomblob(4000))")
            os.kill(os.getpid(), 9)
            """
        _ = try Shell.run("python3", ["-c", script, sample.path])
        #expect(FileManager.default.fileExists(atPath: sample.path + "-journal"))
        let book = try Book(reading: sample.path)
        #expect(try book.verify(.full).isSound)
        #expect(try TestFolder.bytes(sample.path) == before)
    }

    @Test("A reader writes nothing, and needs no leave to write")
    func readOnly() throws {
        let sample = try SampleBook()
        let before = try TestFolder.bytes(sample.path)
        _ = try Book(reading: sample.path).verify(.rules)
        #expect(try TestFolder.bytes(sample.path) == before)
        let names = try FileManager.default.contentsOfDirectory(atPath: sample.folder.path(""))
        #expect(names.sorted() == ["kent.almoner", "kent.almoner.counterfoils"])
    }

    @Test("A new book, its counterfoils and SQLite's journal are for their owner alone")
    func modes() throws {
        let sample = try SampleBook()
        let writer = try Writer(opening: sample.path)
        try writer.record { recording in
            try recording.enter(
                AddTheme(code: SampleBook.code("T"), name: SampleBook.title("T")),
                on: SampleBook.occasion("2019-08-01"))
            for suffix in ["", ".counterfoils", "-journal"] {
                let found = try FileManager.default.attributesOfItem(atPath: sample.path + suffix)
                #expect(found[.posixPermissions] as? Int == 0o600, "\(suffix)")
            }
        }
    }

    @Test("A book that cannot be begun leaves nothing behind")
    func nothingHalfMade() throws {
        let folder = try TestFolder()
        let path = folder.path("new.almoner")
        #expect(throws: BookFault.self) { try Writer.create(at: path) { _ in } }
        #expect(throws: BookFault.self) {
            try Writer.create(at: path, id: "no spaces") { _ in }
        }
        #expect(throws: Refusal.self) {
            try Writer.create(at: path) { recording in
                try recording.enter(
                    SignAward(award: SampleBook.code("X")), on: SampleBook.occasion("2019-08-01"))
            }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("")) == [])
    }

    @Test("A book is never begun over what is there")
    func neverOver() throws {
        let sample = try SampleBook()
        let fault = #expect(throws: BookFault.self) { try Writer.create(at: sample.path) { _ in } }
        #expect(fault?.exitCode == 73)
        let lone = sample.folder.path("lone.almoner")
        try "x".write(toFile: lone + ".counterfoils", atomically: true, encoding: .utf8)
        #expect(throws: BookFault.exists(path: lone + ".counterfoils")) {
            try Writer.create(at: lone) { _ in }
        }
    }
}
