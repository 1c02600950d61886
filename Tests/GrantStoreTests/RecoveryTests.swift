import Foundation
import GrantLedger
import GrantStore
import Testing

@Suite("Recovering")
struct RecoveryTests {
    private func record(_ path: String, _ code: String) throws {
        try Writer(opening: path).record { recording in
            try recording.enter(
                AddTheme(code: SampleBook.code(code), name: SampleBook.title(code)),
                on: SampleBook.occasion("2019-08-01"))
        }
    }

    private func recover(_ path: String) throws -> (counterfoil: Counterfoil, old: String) {
        try Writer.recover(
            path, reason: SampleBook.note("The disk was lost"),
            on: SampleBook.occasion("2019-08-02"))
    }

    /// What the entry says, by the record itself.
    private func act(_ path: String, _ entry: Int, _ fact: String) throws -> String {
        try Shell.sqlite(
            path,
            "SELECT json_extract(record, '$.act.\(fact)') FROM journal WHERE number = \(entry);"
        ).output.trimmingCharacters(in: .newlines)
    }

    @Test("After an older copy was put back, the entry says how many are gone and where they ended")
    func olderCopy() throws {
        let sample = try SampleBook()
        let older = try TestFolder.bytes(sample.path)
        for code in ["T1", "T2", "T3"] { try record(sample.path, code) }
        let chain = try Book(reading: sample.path).chain
        let witness = try TestFolder.bytes(sample.path + ".counterfoils")
        try older.write(to: URL(filePath: sample.path))
        let loss = try Loss(of: sample.path)
        #expect(loss.gone == 3 && loss.agreed == 18 && loss.last == 21 && loss.chain == chain)
        let (counterfoil, old) = try recover(sample.path)
        #expect(counterfoil.entry == 19 && counterfoil.kind == .recoverBook)
        #expect(old == sample.path + ".counterfoils.was-1")
        #expect(try TestFolder.bytes(old) == witness)
        for (fact, value) in [("gone", "3"), ("agreed", "18"), ("last", "21"), ("chain", chain)] {
            #expect(try act(sample.path, 19, fact) == value)
        }
        #expect(try Book(reading: sample.path).standing == .well)
        try record(sample.path, "T4")
        #expect(try Book(reading: sample.path).verify(.rules).findings == [])
        #expect(throws: BookFault.nothingToRecover) { try recover(sample.path) }
    }

    @Test("Where two copies went on apart, what is gone is counted from where they part")
    func edited() throws {
        let sample = try SampleBook()
        let copy = try sample.folder.copy(sample.path)
        for code in ["T1", "T2"] { try record(sample.path, code) }
        for code in ["T3", "T4", "T5"] { try record(copy, code) }
        try TestFolder.bytes(sample.path).write(to: URL(filePath: copy))
        let loss = try Loss(of: copy)
        #expect(loss.standing == .olderCopy(newest: 20, gone: 1))
        #expect(loss.agreed == 18 && loss.gone == 3)
        try record(sample.path, "T6")
        try TestFolder.bytes(sample.path).write(to: URL(filePath: copy))
        #expect(try Loss(of: copy).standing == .edited(entry: 21))
        #expect(try recover(copy).counterfoil.entry == 22)
        #expect(try act(copy, 22, "gone") == "3")
        #expect(try Book(reading: copy).verify(.rules).findings == [])
    }

    @Test("Lines cut off the counterfoils are recovered from too: no entry is gone")
    func cut() throws {
        let sample = try SampleBook()
        let file = sample.path + ".counterfoils"
        let lines = String(decoding: try TestFolder.bytes(file), as: UTF8.self)
            .split(separator: "\n")
        let text = lines.dropLast(3).joined(separator: "\n") + "\n"
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        #expect(try Loss(of: sample.path).gone == 0)
        #expect(try recover(sample.path).counterfoil.entry == 19)
        #expect(try Book(reading: sample.path).verify(.rules).findings == [])
    }

    @Test("A book that lost nothing, or was only parted from its counterfoils, is not recovered")
    func refused() throws {
        let sample = try SampleBook()
        #expect(throws: BookFault.nothingToRecover) { try recover(sample.path) }
        #expect(throws: BookFault.nothingToRecover) { try Loss(of: sample.path) }
        let copy = try sample.folder.copy(sample.path, counterfoils: false)
        #expect(throws: BookFault.parted(.noCounterfoils)) { try recover(copy) }
        let heading = "almoner-counterfoils/1 OTHER 0\n"
        try heading.write(toFile: copy + ".counterfoils", atomically: true, encoding: .utf8)
        #expect(throws: BookFault.parted(.foreign(book: "OTHER"))) { try recover(copy) }
        let fault = BookFault.nothingToRecover
        #expect(fault.exitCode == 65 && fault.code == "nothing-to-recover")
    }

    @Test("A book that is itself damaged is not recovered, and nothing beside it is renamed")
    func damaged() throws {
        let sample = try SampleBook()
        let older = try TestFolder.bytes(sample.path)
        try record(sample.path, "T1")
        try older.write(to: URL(filePath: sample.path))
        let outcome = try Shell.sqlite(
            sample.path,
            "DROP TRIGGER pool_month_grows; UPDATE poolMonth SET debits = debits + 1, credits = credits + 1;"
        )
        try #require(outcome.status == 0)
        let before = try TestFolder.bytes(sample.path)
        #expect(throws: BookFault.self) { try recover(sample.path) }
        #expect(try TestFolder.bytes(sample.path) == before)
        let names = try FileManager.default.contentsOfDirectory(atPath: sample.folder.url.path)
        #expect(names.sorted() == ["kent.almoner", "kent.almoner.counterfoils"])
    }

    @Test("A recovery that broke off after its entry is still refused, and recovered again")
    func brokenOff() throws {
        let sample = try SampleBook()
        let older = try TestFolder.bytes(sample.path)
        for code in ["T1", "T2"] { try record(sample.path, code) }
        let witness = try TestFolder.bytes(sample.path + ".counterfoils")
        try older.write(to: URL(filePath: sample.path))
        _ = try recover(sample.path)
        try witness.write(to: URL(filePath: sample.path + ".counterfoils"))
        #expect(throws: BookFault.self) { try record(sample.path, "T3") }
        #expect(try Loss(of: sample.path).gone == 2)
        let (counterfoil, old) = try recover(sample.path)
        #expect(counterfoil.entry == 20 && old.hasSuffix(".was-2"))
        try record(sample.path, "T3")
        #expect(try Book(reading: sample.path).verify(.rules).findings == [])
    }

    @Test("The way on after a loss is named where it is met, and adopting is not it")
    func named() throws {
        for standing: Book.Standing in [
            .olderCopy(newest: 1, gone: 1), .cut(last: 1, newest: 3), .edited(entry: 1),
        ] {
            #expect(standing.mayBeRecovered && !standing.mayBeAdopted && !standing.mayWrite)
            #expect(standing.remedy.contains("almoner recover"))
        }
        let sample = try SampleBook()
        let older = try TestFolder.bytes(sample.path)
        try record(sample.path, "T1")
        try older.write(to: URL(filePath: sample.path))
        #expect(throws: BookFault.parted(.olderCopy(newest: 18, gone: 1))) {
            try Writer.adopt(
                sample.path, reason: SampleBook.note("x"), on: SampleBook.occasion("2019-08-02"))
        }
    }
}
