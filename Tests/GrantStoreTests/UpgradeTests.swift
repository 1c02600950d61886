import Foundation
import GrantLedger
import GrantStore
import Testing

@Suite("Upgrading")
struct UpgradeTests {
    /// The example book as the first released schema made it, or as the second had it.
    private func firstSchema(_ number: Int = 1) throws -> (folder: TestFolder, path: String) {
        let folder = try TestFolder()
        let path = folder.path("kent.almoner")
        let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Fixtures/books")
        for suffix in [".gz", ".counterfoils"] {
            try FileManager.default.copyItem(
                at: fixtures.appending(path: "schema-\(number).almoner\(suffix)"),
                to: URL(filePath: path + suffix))
        }
        try #require(try Shell.run("gunzip", [path + ".gz"]).status == 0)
        return (folder, path)
    }

    @Test("A book of the first schema is read and verified, and not written")
    func readOnly() throws {
        let (folder, path) = try firstSchema()
        defer { withExtendedLifetime(folder) {} }
        let before = try TestFolder.bytes(path)
        let book = try Book(reading: path)
        #expect(try book.schema() == 1 && book.damage == [] && book.standing == .well)
        #expect(try book.verify(.full).findings == [])
        #expect(throws: BookFault.older(path: path, schema: 1, known: 3)) {
            try Writer(opening: path)
        }
        #expect(try TestFolder.bytes(path) == before)
    }

    @Test(
        "An upgrade keeps every entry and the book as it was, and then it is written",
        arguments: [1, 2])
    func upgraded(_ schema: Int) throws {
        let (folder, path) = try firstSchema(schema)
        defer { withExtendedLifetime(folder) {} }
        let records = "SELECT number, hex(chain), record FROM journal; SELECT * FROM balance;"
        let before = try Shell.sqlite(path, records).output
        let newest = try Book(reading: path).entries
        var passes: [Int] = []
        let upgrade = try Writer.upgrade(path, verified: { passes.append($0) })
        #expect(passes == [newest, newest, newest], "the book, its backup, and the book again")
        #expect(upgrade.from == schema && upgrade.to == 3)
        #expect(upgrade.backup == path + ".schema-\(schema)")
        #expect(try Shell.sqlite(path, records).output == before)
        #expect(try Shell.sqlite(path + ".schema-\(schema)", records).output == before)
        #expect(try Book(reading: path).verify(.full).findings == [])
        let writer = try Writer(opening: path)
        try writer.record { recording in
            try recording.enter(
                AddTheme(code: SampleBook.code("YOUTH"), name: SampleBook.title("Youth")),
                on: SampleBook.occasion("2020-01-01"))
        }
        #expect(try Book(reading: path).verify(.rules).findings == [])
        #expect(try Writer.upgrade(path).backup == nil)
    }

    @Test("An upgrade that broke off after its backup, or half-way through it, goes on")
    func brokenOff() throws {
        let (folder, path) = try firstSchema()
        defer { withExtendedLifetime(folder) {} }
        _ = try Writer.backUp(path, to: path + ".schema-1")
        let backup = try TestFolder.bytes(path + ".schema-1")
        #expect(try Writer.upgrade(path).to == 3)
        #expect(try TestFolder.bytes(path + ".schema-1") == backup)
        let (other, half) = try firstSchema()
        defer { withExtendedLifetime(other) {} }
        let aside = half + ".schema-1.beginning-0123abcd.counterfoils"
        try FileManager.default.copyItem(atPath: half + ".counterfoils", toPath: aside)
        try FileManager.default.linkItem(atPath: aside, toPath: half + ".schema-1.counterfoils")
        #expect(try Writer.upgrade(half).to == 3)
        #expect(try Book(reading: half + ".schema-1").verify(.full).findings == [])
    }

    @Test("A backup of an upgrade that is not what the book holds is not taken for it")
    func otherBackup() throws {
        let (folder, path) = try firstSchema()
        defer { withExtendedLifetime(folder) {} }
        _ = try Writer.backUp(path, to: path + ".schema-1")
        let change = "DROP TRIGGER year_closed;"
        _ = try Shell.sqlite(path + ".schema-1", change)
        #expect(throws: BookFault.exists(path: path + ".schema-1")) { try Writer.upgrade(path) }
        #expect(try Book(reading: path).schema() == 1)
    }

    @Test("A damaged book, or one whose backup's name is taken, is left as it is")
    func refused() throws {
        let (folder, path) = try firstSchema()
        defer { withExtendedLifetime(folder) {} }
        try Data().write(to: URL(filePath: path + ".schema-1"))
        #expect(throws: BookFault.exists(path: path + ".schema-1")) { try Writer.upgrade(path) }
        #expect(try Book(reading: path).schema() == 1)
        let (other, damaged) = try firstSchema()
        defer { withExtendedLifetime(other) {} }
        let outcome = try Shell.sqlite(damaged, "DROP TRIGGER year_closed;")
        #expect(outcome.status == 0)
        #expect(throws: BookFault.self) { try Writer.upgrade(damaged) }
        #expect(try Book(reading: damaged).schema() == 1)
    }
}
