import Foundation
import Glibc
import GrantLedger
import GrantStore
import Testing

@Suite("Backing up and restoring")
struct BackupTests {
    private func record(_ path: String, _ code: String) throws {
        try Writer(opening: path).record { recording in
            try recording.enter(
                AddTheme(code: SampleBook.code(code), name: SampleBook.title(code)),
                on: SampleBook.occasion("2019-08-01"))
        }
    }

    private func names(_ folder: TestFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    }

    private func mode(_ path: String) throws -> Int? {
        let found = try FileManager.default.attributesOfItem(atPath: path)
        return (found[.posixPermissions] as? NSNumber)?.intValue
    }

    @Test(
        "A backup holds every record and counterfoil, in the book's mode, and leaves nothing else")
    func backup() throws {
        let sample = try SampleBook()
        let target = sample.folder.path("b.almoner")
        let copy = try Writer.backUp(sample.path, to: target)
        #expect(copy.held.entries == 18 && copy.standing == .well)
        #expect(copy.held.chain == (try Book(reading: sample.path).chain))
        #expect(copy.held.debits == copy.held.credits && copy.held.debits > .zero)
        #expect(copy.bytes == (try TestFolder.bytes(target).count))
        let records = "SELECT number, hex(chain), record FROM journal; SELECT * FROM balance;"
        #expect(
            try Shell.sqlite(target, records).output == Shell.sqlite(sample.path, records).output)
        #expect(
            try TestFolder.bytes(target + ".counterfoils")
                == TestFolder.bytes(sample.path + ".counterfoils"))
        #expect(try mode(target) == 0o600 && mode(target + ".counterfoils") == 0o600)
        #expect(
            try names(sample.folder) == [
                "b.almoner", "b.almoner.counterfoils", "kent.almoner", "kent.almoner.counterfoils",
            ])
    }

    @Test("A backup is never written over a file, nor over its counterfoils")
    func taken() throws {
        let sample = try SampleBook()
        let target = sample.folder.path("b.almoner")
        for taken in [target, target + ".counterfoils"] {
            try Data("mine".utf8).write(to: URL(filePath: taken))
            let fault = #expect(throws: BookFault.exists(path: taken)) {
                try Writer.backUp(sample.path, to: target)
            }
            #expect(fault?.exitCode == 73)
            #expect(try TestFolder.bytes(taken) == Data("mine".utf8))
            try FileManager.default.removeItem(atPath: taken)
        }
        #expect(try names(sample.folder).count == 2)
    }

    @Test("A book that is not sound, or parted from its counterfoils, is not backed up")
    func unsound() throws {
        let sample = try SampleBook()
        let target = sample.folder.path("b.almoner")
        let changed = try sample.folder.copy(sample.path, to: "changed.almoner")
        let outcome = try Shell.sqlite(
            changed,
            "DROP TRIGGER journal_never_changed; UPDATE journal SET user = 'other' WHERE number = 3;"
        )
        try #require(outcome.status == 0)
        #expect(throws: BookFault.self) { try Writer.backUp(changed, to: target) }
        let alone = try sample.folder.copy(
            sample.path, to: "alone.almoner", counterfoils: false)
        #expect(throws: BookFault.parted(.noCounterfoils)) {
            try Writer.backUp(alone, to: target)
        }
        let older = try TestFolder.bytes(sample.path)
        try record(sample.path, "T1")
        try older.write(to: URL(filePath: sample.path))
        #expect(throws: BookFault.parted(.olderCopy(newest: 18, gone: 1))) {
            try Writer.backUp(sample.path, to: target)
        }
        #expect(try !names(sample.folder).contains { $0.hasPrefix("b.almoner") })
    }

    @Test("A balance changed below the records is found in the copy, which then has no name")
    func unsoundFigure() throws {
        let sample = try SampleBook()
        let target = sample.folder.path("b.almoner")
        let outcome = try Shell.sqlite(
            sample.path,
            "DROP TRIGGER pool_month_grows; UPDATE poolMonth SET debits = debits + 1, credits = credits + 1;"
        )
        try #require(outcome.status == 0)
        #expect(throws: BookFault.self) { try Writer.backUp(sample.path, to: target) }
        #expect(try names(sample.folder).count == 2)
    }

    @Test("A torn line is not copied; a backup while others write is of one moment")
    func whileWriting() async throws {
        let sample = try SampleBook()
        let torn = URL(filePath: sample.path + ".counterfoils")
        let whole = try Data(contentsOf: torn)
        try (whole + Data("19 abc".utf8)).write(to: torn)
        _ = try Writer.backUp(sample.path, to: sample.folder.path("torn.almoner"))
        #expect(try TestFolder.bytes(sample.folder.path("torn.almoner.counterfoils")) == whole)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for number in 1...20 { try record(sample.path, "T\(number)") }
            }
            group.addTask {
                for number in 1...4 {
                    let copy = try Writer.backUp(
                        sample.path, to: sample.folder.path("b\(number).almoner"))
                    #expect(copy.standing == .well)
                }
            }
            try await group.waitForAll()
        }
        #expect(try Book(reading: sample.path).entries == 38)
    }

    /// What a copy leaves that died between the naming of its two files.
    private func leave(_ target: String, from book: String) throws {
        let aside = target + ".beginning-0123abcd"
        let manager = FileManager.default
        try manager.copyItem(atPath: book, toPath: aside)
        try manager.copyItem(atPath: book + ".counterfoils", toPath: aside + ".counterfoils")
        try Data().write(to: URL(filePath: aside + ".turn"))
        try manager.linkItem(
            atPath: aside + ".counterfoils", toPath: target + ".counterfoils")
    }

    @Test("A backup and a restore that died between their two names are done by the same again")
    func brokenOff() throws {
        let sample = try SampleBook()
        let backup = sample.folder.path("b.almoner")
        try leave(backup, from: sample.path)
        #expect(try Writer.backUp(sample.path, to: backup).standing == .well)
        let again = sample.folder.path("again.almoner")
        try leave(again, from: sample.path)
        #expect(try Writer.restore(backup, to: again).restored.standing == .well)
        let begun = sample.folder.path("begun.almoner")
        try leave(begun, from: sample.path)
        try Writer.create(at: begun, id: "B") { recording in
            try recording.enter(
                OpenBook(name: SampleBook.title("B")), on: SampleBook.occasion("2019-04-01"))
        }
        let left = try names(sample.folder)
        #expect(!left.contains { $0.contains("beginning") } && left.count == 8)
    }

    @Test("Counterfoils that are no leftover are not taken away, nor those of one who still writes")
    func notLeft() throws {
        let sample = try SampleBook()
        let target = sample.folder.path("b.almoner")
        try leave(target, from: sample.path)
        let turn = open(target + ".beginning-0123abcd.turn", O_RDWR)
        try #require(turn >= 0 && flock(turn, LOCK_EX | LOCK_NB) == 0)
        let fault = BookFault.exists(path: target + ".counterfoils")
        #expect(throws: fault) { try Writer.backUp(sample.path, to: target) }
        close(turn)
        let witness = try TestFolder.bytes(target + ".counterfoils")
        try FileManager.default.removeItem(atPath: target + ".counterfoils")
        try witness.write(to: URL(filePath: target + ".counterfoils"))
        #expect(throws: fault) { try Writer.backUp(sample.path, to: target) }
        #expect(try TestFolder.bytes(target + ".counterfoils") == witness)
        #expect(try !names(sample.folder).contains { $0.contains("beginning") })
    }

    @Test("A backup restored holds the same, and is gone on with")
    func restored() throws {
        let sample = try SampleBook()
        let backup = sample.folder.path("b.almoner")
        let path = sample.folder.path("again.almoner")
        let made = try Writer.backUp(sample.path, to: backup)
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: backup)
        let before = try TestFolder.bytes(backup)
        let (held, copy) = try Writer.restore(backup, to: path)
        #expect(held == made.held && copy.held == held && copy.standing == .well)
        #expect(try TestFolder.bytes(backup) == before)
        #expect(try mode(path) == 0o600)
        try record(path, "T1")
        #expect(try Book(reading: path).verify(.rules).findings == [])
    }

    @Test("A book is never restored over another, nor over the counterfoils a lost one left")
    func restoredOver() throws {
        let sample = try SampleBook()
        let backup = sample.folder.path("b.almoner")
        _ = try Writer.backUp(sample.path, to: backup)
        let before = try TestFolder.bytes(sample.path)
        #expect(throws: BookFault.exists(path: sample.path)) {
            try Writer.restore(backup, to: sample.path)
        }
        #expect(try TestFolder.bytes(sample.path) == before)
        try FileManager.default.removeItem(atPath: sample.path)
        let left = sample.path + ".counterfoils"
        let witness = try TestFolder.bytes(left)
        let fault = #expect(throws: BookFault.witnessLeft(path: left)) {
            try Writer.restore(backup, to: sample.path)
        }
        #expect(fault?.exitCode == 73)
        #expect(try TestFolder.bytes(left) == witness)
        #expect(!FileManager.default.fileExists(atPath: sample.path))
    }

    @Test("A backup without its counterfoils is restored without, to be adopted")
    func restoredWithout() throws {
        let sample = try SampleBook()
        let backup = try sample.folder.copy(sample.path, to: "b.almoner", counterfoils: false)
        let path = sample.folder.path("again.almoner")
        #expect(try Writer.restore(backup, to: path).restored.standing == .noCounterfoils)
        #expect(throws: BookFault.parted(.noCounterfoils)) { try record(path, "T1") }
        #expect(!FileManager.default.fileExists(atPath: path + ".counterfoils"))
    }

    @Test("A backup that is damaged, or another's counterfoils beside it, is not restored")
    func restoredUnsound() throws {
        let sample = try SampleBook()
        let backup = sample.folder.path("b.almoner")
        _ = try Writer.backUp(sample.path, to: backup)
        let path = sample.folder.path("again.almoner")
        try Data("almoner-counterfoils/1 OTHER 0\n".utf8)
            .write(to: URL(filePath: backup + ".counterfoils"))
        #expect(throws: BookFault.self) { try Writer.restore(backup, to: path) }
        var bytes = try TestFolder.bytes(sample.path)
        let place = try #require(bytes.range(of: Data("grants@example.org".utf8)))
        bytes.replaceSubrange(place, with: Data("thefts@example.org".utf8))
        try bytes.write(to: URL(filePath: sample.path))
        #expect(throws: BookFault.self) { try Writer.restore(sample.path, to: path) }
        #expect(try !names(sample.folder).contains { $0.hasPrefix("again") })
    }
}
